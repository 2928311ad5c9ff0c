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
  /// Where the meshes have their certificates from.
  let certificates: [MeshName: MeshCertificates]
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
    let certificates = topology.meshes.compactMap { mesh in
      mesh.name.flatMap { name in MeshCertificates(of: mesh, in: topology).map { (name.value, $0) } }
    }
    self.certificates = Dictionary(certificates) { first, _ in first }
  }
}
