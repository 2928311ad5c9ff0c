internal import AppliedMesh
internal import MeshNames
internal import YAMLWriting

extension MeshView {
  /// The class of each cluster: two are of one if all that a path rests on is the same in both, but for their own names.
  ///
  /// - Parameter members: The clusters.
  /// - Returns: A number for each of them.
  func classes(of members: [ClusterView]) -> [Int] {
    let all = Set(members.map { id(of: $0) })
    let unread = clusters.flatMap(\.controlPlanes).filter { !$0.isRemote && !$0.isHostsOwn }
      .reduce(into: [ControlPlaneName: Set<String>]()) {
        $0[ControlPlaneName($1), default: []].formUnion(all.subtracting(ids(readBy: $1).union([$1.clusterID])))
      }
    let unreadBySome = unread.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let networks = members.map(ownNetwork)
    let signatures = members.map { member in
      // Who is read by some alone is like nobody else, and so is who does not read all.
      let name = unreadBySome.contains(id(of: member)) ? member.name : ""
      let blind =
        controlPlane(of: member).flatMap { unread[ControlPlaneName($0)]?.sorted().joined(separator: ",") } ?? ""
      return "\(name) \(blind) " + signature(of: member)
    }
    let kinds = numbered(signatures)
    let neighbours = Dictionary(grouping: members.indices, by: { networks[$0] })
    return numbered(
      members.indices.map { index in
        let others = (neighbours[networks[index]] ?? []).map { kinds[$0] }.sorted()
        let name = isEnteredByEach(networks[index], others.count) ? "" : networks[index]
        return "\(kinds[index]) \(others) \(name)"
      })
  }

  /// Whether each cluster on a network is entered by its own gateway, and none by a neighbour's.
  private func isEnteredByEach(_ network: String, _ count: Int) -> Bool {
    guard !network.isEmpty else { return false }
    let own = Set((entrances[network] ?? []).map(\.cluster))
    return count == 1 || (own.count == count && tunnelGateways[network] == nil)
  }

  /// Equal texts have one number.
  private func numbered(_ texts: [String]) -> [Int] {
    var numbers: [String: Int] = [:]
    return texts.map { text in
      let number = numbers[text] ?? numbers.count
      numbers[text] = number
      return number
    }
  }

  /// The network that a cluster is on, as its own control plane sees it.
  func ownNetwork(of cluster: ClusterView) -> String {
    controlPlane(of: cluster).map { podNetwork(of: cluster, seenBy: $0).name } ?? ""
  }

  private func signature(of cluster: ClusterView) -> String {
    let id = id(of: cluster)
    var names = [cluster.name: "<cluster>"]
    names[id] = "<cluster>"
    let network = ownNetwork(of: cluster)
    if !network.isEmpty { names[network] = "<network>" }
    let planes = cluster.controlPlanes.map { plane in
      let roots = trust[cluster.name, plane.namespace].map { "\($0.root) \($0.anchors.sorted())" } ?? ""
      return [plane.summary(replacing: names), roots].joined(separator: " ")
    }
    let server = controlPlane(of: cluster).map {
      $0.host == cluster.name ? "own" : "\($0.host) \(reader(of: cluster, by: $0) != nil)"
    }
    let objects = cluster.objects.map { $0.summary(replacing: names) }
    let node = cluster.nodeNetworkName.map { names[$0] ?? $0 } ?? ""
    return ([server ?? "", node, network.isEmpty ? "nowhere" : ""] + planes + objects).joined(separator: "\n")
  }
}

/// A control plane by where it is.
private struct ControlPlaneName: Hashable {
  let host: String
  let namespace: String

  init(_ plane: ControlPlane) { (host, namespace) = (plane.host, plane.namespace) }
}

extension ControlPlane {
  fileprivate func summary(replacing names: [String: String]) -> String {
    let version = version.map { "\($0.major).\($0.minor)" } ?? ""
    return [
      "\(namespace) \(revision) \(version) \(isRemote) \(isAmbient)",
      value("").map { $0.summary(replacing: names) } ?? "",
    ]
    .joined(separator: " ")
  }
}

extension ClusterView {
  /// All objects that a path may rest on; of Deployments, those in namespaces that gateways can be in.
  fileprivate var objects: [AppliedObject] {
    let entrances = services.filter { $0.labels["topology.istio.io/network"] != nil }.map { $0.namespace ?? "default" }
    let homes = Set(controlPlanes.map(\.namespace) + entrances)
    return namespaces.values.sorted { $0.name < $1.name } + services
      + deployments.filter { homes.contains($0.namespace ?? "default") || $0.isGateway } + gateways
      + gatewaysOfGatewayAPI + virtualServices + destinationRules + peerAuthentications
  }
}

extension AppliedObject {
  fileprivate func summary(replacing names: [String: String]) -> String {
    let pairs = (Array(labels) + Array(annotations)).sorted { $0.key < $1.key }.map {
      "\($0.key)=\(names[$0.value] ?? $0.value)"
    }
    return "\(kind) \(namespace ?? "")/\(name) \(pairs) \(content.summary(replacing: names))"
  }
}

extension YAMLValue {
  /// The value as a text in which names that are a cluster's own are everybody's.
  fileprivate func summary(replacing names: [String: String]) -> String {
    switch self {
    case .mapping(let entries):
      "{" + entries.map { "\(names[$0.key] ?? $0.key): \($0.value.summary(replacing: names))" }.joined(separator: ",")
        + "}"
    case .sequence(let items): "[" + items.map { $0.summary(replacing: names) }.joined(separator: ",") + "]"
    case .string(let text): text.replacingParts(by: names)
    default: scalarText ?? ""
    }
  }
}

extension String {
  /// The text with names in it replaced where they stand between slashes, commas and blanks.
  fileprivate func replacingParts(by names: [String: String]) -> String {
    if let whole = names[self] { return whole }
    guard contains(where: { "/, ".contains($0) }) else { return self }
    return split(whereSeparator: { "/, ".contains($0) }).map { names[String($0)] ?? String($0) }.joined(separator: "/")
  }
}
