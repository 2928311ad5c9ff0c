internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The API server still serves the versions that the charts have.
func checkKubernetes(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
  // Deployments of extensions/v1beta1 went with Kubernetes 1.16, CustomResourceDefinitions, webhooks and roles of v1beta1
  // with 1.22 (kubernetes.io, "Deprecated API Migration Guide").
  guard version.value < LegacyRelease.today else { return }
  let newest = version.value < Version(1, 4, 0) ? KubernetesRelease(1, 15) : KubernetesRelease(1, 21)
  for cluster in topology.clusters {
    guard let kubernetes = cluster.kubernetes else { continue }
    if kubernetes.value > newest { log.report(.kubernetesTooNew(kubernetes, cluster, version, newest: newest)) }
  }
}
