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
