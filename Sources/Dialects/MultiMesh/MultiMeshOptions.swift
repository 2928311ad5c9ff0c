internal import Diagnostics
internal import Istio
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import SailOperator

/// What the dialect reads of a topology beyond what all dialects do.
package struct MultiMeshOptions: Sendable {
  let sail: SailOptions
  let discovery: ManualDiscovery
  /// The peers of each mesh.
  let peers: [MeshName: Set<MeshName>]
  /// The root certificates that the topology says.
  let roots: [MeshName: String]
  /// The meshes that are given a CA, as the Secret `cacerts`.
  let plugged: Set<MeshName>
  /// How far the meshes are on their way from OpenShift Service Mesh 2, if they are.
  let stage: Migration.Stage?

  init(_ topology: Topology, _ sail: SailOptions) {
    self.sail = sail
    discovery = ManualDiscovery(of: topology, apiVersion: sail.istio.apiVersion)
    peers = topology.peersByMesh
    stage = topology.migration?.stage?.value
    let roots = topology.meshes.compactMap { mesh in
      mesh.name.flatMap { name in mesh.rootCertificate.map { (name.value, $0.value.description) } }
    }
    self.roots = Dictionary(roots) { first, _ in first }
    plugged = Set(topology.meshes.filter(\.hasPluggedInAuthority).compactMap(\.name).map(\.value))
  }
}

extension FederatedMesh {
  fileprivate var hasPluggedInAuthority: Bool {
    if case .pluggedIn = certificateAuthority?.value { true } else { false }
  }
}
