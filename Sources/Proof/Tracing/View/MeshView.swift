internal import AppliedMesh
internal import YAMLWriting

/// What each control plane of a mesh knows of its clusters, by the objects that are there.
struct MeshView {
  let clusters: [ClusterView]
  let trust: TrustState
  private let indices: [String: Int]
  /// The ID of each cluster's proxies, and who they are by it.
  private let ids: [String]
  private let serving: [ControlPlane?]
  /// The remote secrets that commands make, by the ID of the cluster that they are of.
  private let secrets: [String: [RemoteSecret]]
  /// The cluster of each ID; of two with one ID, the first.
  private let owners: [String: Int]
  /// Each network's gateways, whoever knows of them.
  let entrances: [String: [Entrance]]
  /// The gateways at which tunnels into each network end, in an ambient mesh.
  let tunnelGateways: [String: [TunnelEnd]]

  /// A gateway of a cluster, and the object that makes it one.
  struct Entrance {
    let cluster: Int
    let gateway: NetworkGateway
    let namespace: String
    let isOfGatewayAPI: Bool
  }

  init(_ state: AppliedMesh) {
    let clusters = state.clusters.map(ClusterView.init)
    self.clusters = clusters
    trust = state.trust
    indices = Dictionary(clusters.enumerated().map { ($1.name, $0) }) { first, _ in first }
    ids = clusters.map(\.id)
    owners = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    entrances = Dictionary(grouping: clusters.indices.flatMap { clusters[$0].entrances(at: $0) }, by: \.gateway.network)
    tunnelGateways = Dictionary(grouping: clusters.flatMap(\.tunnelEnds), by: \.network)
    secrets = Dictionary(grouping: state.secrets, by: \.id)
    serving = Self.servingPlanes(clusters, ids, secrets)
  }

  func cluster(_ name: String) -> ClusterView? { indices[name].map { clusters[$0] } }

  func id(of cluster: ClusterView) -> String { indices[cluster.name].map { ids[$0] } ?? cluster.name }

  /// The control plane that gives the cluster's proxies their configuration; `nil` where there is none.
  func controlPlane(of cluster: ClusterView) -> ControlPlane? { indices[cluster.name].flatMap { serving[$0] } }

  /// What lets a control plane read a cluster; `nil` where it does not.
  func reader(of cluster: ClusterView, by plane: ControlPlane) -> Link.ObjectField? {
    if plane.host == cluster.name, plane.clusterID == id(of: cluster) {
      return plane.field("global.multiCluster.clusterName")
    }
    return remoteReader(of: cluster, by: plane)
  }

  /// The same of a cluster that the control plane is not in, be it the one of its configuration.
  func remoteReader(of cluster: ClusterView, by plane: ControlPlane) -> Link.ObjectField? {
    let id = id(of: cluster)
    return self.cluster(plane.host).flatMap { Self.reader(of: id, in: $0, plane.namespace, secrets) }
      .map { Link.ObjectField($0) }
  }

  /// The file, or the step, that lets a control plane in a namespace of a cluster read another of this ID.
  private static func reader(
    of id: String, in host: ClusterView, _ namespace: String, _ secrets: [String: [RemoteSecret]]
  ) -> String? {
    let made = (secrets[id] ?? []).first {
      $0.namespace.map { $0 == namespace } ?? true && $0.isApplied(to: host.contexts)
    }
    return host.reader(of: id, in: namespace) ?? made?.step
  }

  /// All IDs that a control plane reads, its own apart.
  func ids(readBy plane: ControlPlane) -> Set<String> {
    guard let host = cluster(plane.host) else { return [] }
    let made = secrets.keys.filter { Self.reader(of: $0, in: host, plane.namespace, secrets) != nil }
    return host.ids(readIn: plane.namespace).union(made)
  }

  /// The cluster whose proxies have an ID.
  func cluster(withID id: String) -> ClusterView? { owners[id].map { clusters[$0] } }

  /// Who serves each cluster: its own istiod, or the one that the namespace of the remote names, or one that calls itself
  /// by the cluster's ID, or the only one that reads it.
  private static func servingPlanes(
    _ clusters: [ClusterView], _ ids: [String], _ secrets: [String: [RemoteSecret]]
  ) -> [ControlPlane?] {
    let planes = clusters.flatMap(\.controlPlanes).filter { !$0.isRemote }
    return clusters.indices.map { index in
      let cluster = clusters[index]
      if let own = planes.first(where: { $0.host == cluster.name && $0.clusterID == ids[index] }) { return own }
      guard let remote = cluster.controlPlanes.first(where: \.isRemote) else {
        return planes.first { $0.host == cluster.name }
      }
      let named = cluster.namespaces[remote.namespace]?.annotations["topology.istio.io/controlPlaneClusters"] ?? ""
      let wanted = named.split(separator: ",").map { $0.filter { $0 != " " } }
      return planes.first { $0.clusterID == ids[index] && $0.host != cluster.name }
        ?? planes.first { wanted.contains($0.clusterID) }
        ?? planes.first { plane in
          clusters.contains {
            $0.name == plane.host && reader(of: ids[index], in: $0, plane.namespace, secrets) != nil
          }
        }
    }
  }
}

extension ClusterView {
  /// What the cluster's proxies call their cluster.
  fileprivate var id: String {
    if let remote = controlPlanes.first(where: \.isRemote) {
      return remote.injected.cluster ?? remote.text("global.multiCluster.clusterName") ?? name
    }
    // A host of an external control plane has one of its own, without an ID, and those of others.
    return controlPlanes.first { $0.text("global.configCluster") == nil && $0.variable("ISTIOD_CUSTOM_HOST") == nil }?
      .clusterID
      ?? name
  }
}

extension MeshView {
  /// The network that the cluster's proxies say they are on; empty where nothing says it.
  func proxyNetwork(of cluster: ClusterView) -> (name: String, field: Link.ObjectField?) {
    if let remote = cluster.controlPlanes.first(where: \.isRemote), let network = remote.injected.network {
      return (network, remote.field("istiodRemote.injectionPath"))
    }
    guard let plane = controlPlane(of: cluster) else { return ("", nil) }
    return (plane.text("global.network") ?? "", plane.field("global.network"))
  }

  /// The network on which a control plane sees the pods of a cluster; empty where nothing says it.
  func podNetwork(of cluster: ClusterView, seenBy plane: ControlPlane) -> (name: String, field: Link.ObjectField?) {
    if let namespace = cluster.namespaces[plane.namespace], let label = namespace.labels["topology.istio.io/network"] {
      return (label, Link.ObjectField(namespace.file, "metadata.labels.topology.istio.io/network"))
    }
    let id = id(of: cluster)
    let said = plane.value("global.meshNetworks")?.entries.first { network in
      (network.value["endpoints"]?.items ?? []).contains { $0["fromRegistry"]?.text == id }
    }
    return (said?.key ?? "", said.map { _ in plane.field("global.meshNetworks") })
  }

  /// Whether two networks are one; nobody's is everybody's (istio/istio, pilot/pkg/model/context.go, InNetwork).
  static func isSame(_ first: String, _ second: String) -> Bool {
    first.isEmpty || second.isEmpty || first == second
  }
}
