internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

/// The authorities of each mesh, whose root is its own.
func checkCertificates(_ topology: Topology, _ release: MaistraRelease?, _ log: inout FindingLog) {
  for hierarchy in topology.meshes.compactMap(topology.hierarchy) { checkAuthorities(topology, hierarchy, &log) }
  if let release, !release.sendsChains { checkChains(topology, release, &log) }
  guard let delivery = topology.certificateAuthority?.delivery, !delivery.value.isManual else { return }
  log.report(
    .notSupportedYet(
      "a `delivery` of certificates other than `manual` in this mode", at: delivery.range,
      help: "leave it out: a step makes the Secrets from the folder of issued certificates"))
}

/// Peers can know an intermediate only if it stands beside the root that they are given.
private func checkChains(_ topology: Topology, _ release: MaistraRelease, _ log: inout FindingLog) {
  for mesh in topology.meshes where mesh.rootCertificate?.value.count ?? 1 == 1 {
    if case .selfSigned = topology.authority(of: mesh) { continue }
    log.report(.unknownIntermediate(mesh, release))
  }
}
