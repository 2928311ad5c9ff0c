internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The key of the samples' root is published with every release.
func checkRoot(_ topology: Topology, _ log: inout FindingLog) {
  guard let authority = topology.certificateAuthority else { return }
  let names = (authority.root?.subject?.commonName, authority.root?.subject?.organization)
  if names.0 == "Root CA", names.1 == "Istio" { log.report(.sampleRoot(at: authority.place)) }
}

/// The charts have Citadel up to the last of them, in 1.5.
func checkKeys(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
  guard version.value.isInstalledByHelm, let authority = topology.certificateAuthority else { return }
  for key in [authority.root?.key, authority.intermediates?.key].compactMap({ $0 }) {
    if case .ecdsa = key.value { log.report(.ellipticKeys(at: key.range, version)) }
  }
}
