package import Diagnostics
package import MeshModel
package import MeshNames

extension FederatedMesh {
  /// The namespace that the topology names, or one that is called after the mesh.
  package var controlPlaneNamespace: NamespaceName? {
    namespace?.value ?? name.flatMap { try? NamespaceName(parsing: "\($0.value)-system") }
  }

  /// The trust domain that the topology names, or one that is called after the mesh.
  package var effectiveTrustDomain: TrustDomain? {
    trustDomain?.value ?? name.flatMap { try? TrustDomain(parsing: "\($0.value).local") }
  }
}

extension Topology {
  /// The peers of each mesh.
  package var peersByMesh: [MeshName: Set<MeshName>] {
    let names = meshes.compactMap(\.name).map(\.value)
    switch peers {
    case .all: return Dictionary(names.map { name in (name, Set(names).subtracting([name])) }) { first, _ in first }
    case .pairs(let pairs):
      return pairs.reduce(into: [:]) { peers, pair in
        peers[pair.first.value, default: []].insert(pair.second.value)
        peers[pair.second.value, default: []].insert(pair.first.value)
      }
    case nil: return [:]
    }
  }

  /// What a mesh lets a peer have, in the order in which the topology says it.
  package func rules(from mesh: MeshName, to peer: MeshName) -> [ServiceExport.Rule] {
    exports.filter { $0.from.value == mesh && ($0.to.isEmpty || $0.to.contains { $0.value == peer }) }.flatMap(\.rules)
  }

  /// The cluster that a mesh is in.
  package func cluster(of mesh: FederatedMesh) -> Cluster? {
    mesh.cluster.flatMap { name in clusters.first { $0.name?.value == name.value } }
  }

  /// The meshes of a name.
  package func mesh(_ name: MeshName) -> FederatedMesh? { meshes.first { $0.name?.value == name } }
}

extension FederatedMesh {
  /// The namespace of its control plane, where the topology says it, or would.
  package var systemNamespace: Located<NamespaceName>? {
    controlPlaneNamespace.map { Located($0, at: namespace?.range ?? place) }
  }
}

extension NamespaceName {
  /// Whether the operator leaves the namespace out (maistra/istio-operator, pkg/controller/common/util.go).
  package var isOfPlatform: Bool {
    ["kube", "openshift", "ibm-"].contains { description.hasPrefix($0) }
  }
}

extension Topology {
  /// The meshes of each cluster, in the order of the topology.
  package var meshesByCluster: [(cluster: ClusterName, meshes: [FederatedMesh])] {
    clusters.compactMap { cluster in
      cluster.name.map { name in (name.value, meshes.filter { $0.cluster?.value == name.value }) }
    }
  }
}
