package import AppliedMesh

/// The answer to one question: a path for each cluster that the requests may go to.
package struct Trace: Sendable {
  package let question: Question
  package let paths: [Path]

  /// Whether requests arrive in every one of them.
  package var holds: Bool { paths.allSatisfy(\.disposition.reaches) }
}

/// How requests go to one cluster, link by link.
package struct Path: Sendable {
  package let client: String
  package let server: String
  package let disposition: Disposition
  /// The gateways on the way.
  package let via: [Hop]
  /// In the order of the way, up to the first one that is broken.
  package let links: [Link]
  /// What the answer rests on and no manifest says.
  package let assumptions: [String]

  /// A gateway on the way.
  package struct Hop: Sendable, Hashable {
    package let network: String
    package let cluster: String?
    package let address: String
    package let port: Int
  }
}

/// What can be asked of a mesh.
package struct Tracer: Sendable {
  let view: MeshView

  package init(_ state: AppliedMesh) { view = MeshView(state) }

  /// The names of all clusters.
  package var clusters: [String] { view.clusters.map(\.name) }

  /// Follows requests.
  ///
  /// - Parameter question: The question; its clusters are among those of the mesh.
  /// - Returns: A path for each cluster that is asked for.
  package func trace(_ question: Question) -> Trace {
    guard let client = view.cluster(question.client) else { return Trace(question: question, paths: []) }
    let servers = view.clusters.filter { cluster in
      question.server.map { $0 == cluster.name } ?? (cluster.name != client.name && isMember(cluster))
    }
    let paths = servers.map { server in
      path(from: client, to: server, question.service, clientNamespace: question.clientNamespace)
    }
    return Trace(question: question, paths: paths)
  }

  /// Whether a cluster has workloads of the mesh: a host of others' control planes has none.
  func isMember(_ cluster: ClusterView) -> Bool {
    cluster.controlPlanes.contains { $0.isRemote || $0.clusterID == view.id(of: cluster) && !$0.isHostsOwn }
      || cluster.controlPlanes.isEmpty
  }

  func path(
    from client: ClusterView, to server: ClusterView, _ service: ServiceReference, clientNamespace: String? = nil
  ) -> Path {
    var way = Way(view, from: client, to: server, service, clientNamespace: clientNamespace)
    way.follow()
    return way.path
  }
}

extension ControlPlane {
  /// Whether it is the control plane of a host alone, which has no mesh.
  var isHostsOwn: Bool { !isRemote && text("global.multiCluster.clusterName") == nil && variable("CLUSTER_ID") == nil }
}
