internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

/// Peers can know an intermediate only if it stands beside the root that they are given.
func checkChains(_ topology: Topology, _ release: MaistraRelease, _ log: inout FindingLog) {
  guard !release.sendsChains else { return }
  for mesh in topology.meshes where mesh.rootCertificate?.value.count ?? 1 == 1 {
    if case .selfSigned = topology.authority(of: mesh) { continue }
    log.report(.unknownIntermediate(mesh, release))
  }
}
