internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

/// A gateway that is spoken of has somebody who comes in by it.
func checkGateways(_ topology: Topology, _ log: inout FindingLog) {
  let exporters = Set(topology.imports.map(\.from.value))
  for mesh in topology.meshes {
    guard let name = mesh.name, let gateway = topology.cluster(of: mesh)?.gateway, !exporters.contains(name.value)
    else { continue }
    log.report(.idleGateway(of: mesh, at: gateway.place))
  }
}

/// The roots of meshes that have peers are known beforehand, or are read from control planes.
func checkRoots(_ topology: Topology, _ log: inout FindingLog) {
  let peers = topology.peersByMesh
  for mesh in topology.meshes where mesh.rootCertificate == nil {
    guard let name = mesh.name?.value, !(peers[name] ?? []).isEmpty else { continue }
    log.report(.liveRoot(of: mesh))
  }
}
