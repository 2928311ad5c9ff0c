package import Diagnostics
package import MeshModel
package import MeshNames

/// What can be wrong with a topology for any release of the time.
package enum LegacyFindings {
  package static let codes: [FindingCode] = [
    .kubernetesTooNew, .sampleRoot, .occupiedNamespace, .ellipticKeys,
  ]

  /// Looks at what the releases have in common.
  package static func check(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
    checkKubernetes(topology, version, &log)
    checkRoot(topology, &log)
    checkKeys(topology, version, &log)
    checkNamespaces(topology, &log)
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

/// Citadel came to an end with 1.5 (istio/istio, release notes of 1.5).
private func checkKeys(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
  guard version.value < Version(1, 5, 0), let authority = topology.certificateAuthority else { return }
  for key in [authority.root?.key, authority.intermediates?.key].compactMap({ $0 }) {
    if case .ecdsa = key.value { log.report(.ellipticKeys(at: key.range, version)) }
  }
}

private func checkNamespaces(_ topology: Topology, _ log: inout FindingLog) {
  let written = topology.controlPlane?.namespace
  let system = written?.value.description ?? topology.standardNamespace
  let others = [topology.verification?.namespace].compactMap { $0 } + topology.namespaces.map(\.name)
  for namespace in others + topology.clusters.flatMap({ $0.injection?.namespaces ?? [] })
  where namespace.value.description == system {
    log.report(.occupiedNamespace(namespace, owner: written?.range))
  }
}
