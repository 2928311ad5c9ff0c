package import Diagnostics
package import MeshModel
package import MeshNames

/// What can be wrong with a topology for any release of the time.
package enum LegacyFindings {
  package static let codes: [FindingCode] = [.kubernetesTooNew, .sampleRoot]

  /// Looks at what the releases have in common.
  package static func check(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
    checkKubernetes(topology, version, &log)
    checkRoot(topology, &log)
  }
}

/// The API server still serves the versions that the charts have.
private func checkKubernetes(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
  // Deployments of extensions/v1beta1 went with Kubernetes 1.16, CustomResourceDefinitions, webhooks and roles of v1beta1
  // with 1.22 (kubernetes.io, "Deprecated API Migration Guide").
  guard version.value < LegacyRelease.today else { return }
  let newest = version.value < Version(1, 4, 0) ? KubernetesRelease(1, 15) : KubernetesRelease(1, 21)
  for cluster in topology.clusters {
    guard let kubernetes = cluster.kubernetes else { continue }
    if kubernetes.value > newest { log.report(.kubernetesTooNew(kubernetes, cluster, version, newest: newest)) }
  }
}

/// The key of the samples' root is published with every release.
private func checkRoot(_ topology: Topology, _ log: inout FindingLog) {
  guard let authority = topology.certificateAuthority else { return }
  let names = (authority.root?.subject?.commonName, authority.root?.subject?.organization)
  if names.0 == "Root CA", names.1 == "Istio" { log.report(.sampleRoot(at: authority.place)) }
}
