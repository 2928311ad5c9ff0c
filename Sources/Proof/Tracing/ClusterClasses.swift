internal import AppliedMesh
internal import MeshNames
internal import YAMLWriting

extension MeshView {
  /// Whether a cluster is served by the control plane in another.
  func isServed(_ cluster: ClusterView, by other: ClusterView) -> Bool {
    controlPlane(of: cluster)?.host == other.name || controlPlane(of: other)?.host == cluster.name
  }

  /// The class of each cluster: two are of one if all that a path rests on is the same in both, but for their own names.
  ///
  /// - Parameter members: The clusters.
  /// - Returns: A number for each of them.
  func classes(of members: [ClusterView]) -> [Int] {
    let all = Set(members.map { id(of: $0) })
    let sizes = Dictionary(members.map { (ownNetwork(of: $0), 1) }, uniquingKeysWith: +)
    var numbers: [String: Int] = [:]
    return members.map { member in
      let signature = signature(of: member, isAlone: sizes[ownNetwork(of: member)] == 1, all)
      let number = numbers[signature] ?? numbers.count
      numbers[signature] = number
      return number
    }
  }

  private func ownNetwork(of cluster: ClusterView) -> String {
    controlPlane(of: cluster).map { podNetwork(of: cluster, seenBy: $0).name } ?? ""
  }

  private func signature(of cluster: ClusterView, isAlone: Bool, _ all: Set<String>) -> String {
    let id = id(of: cluster)
    var names = [cluster.name: "<cluster>"]
    names[id] = "<cluster>"
    if isAlone { names[ownNetwork(of: cluster)] = "<network>" }
    let planes = cluster.controlPlanes.map { plane in
      let read = cluster.ids(readIn: plane.namespace).union([id])
      let known = read.isSuperset(of: all) ? "all" : read.sorted().joined(separator: ",")
      let roots = trust[cluster.name, plane.namespace].map { "\($0.root) \($0.anchors.sorted())" } ?? ""
      return [plane.summary(replacing: names), known, roots].joined(separator: " ")
    }
    let server = controlPlane(of: cluster).map {
      $0.host == cluster.name ? "own" : "\($0.host) \(reader(of: cluster, by: $0) != nil)"
    }
    let objects = cluster.objects.map { $0.summary(replacing: names) }
    let node = cluster.nodeNetworkName.map { names[$0] ?? $0 } ?? ""
    return ([server ?? "", node, isAlone ? "alone" : ownNetwork(of: cluster)] + planes + objects).joined(
      separator: "\n")
  }
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
  /// All objects that a path may rest on.
  fileprivate var objects: [AppliedObject] {
    namespaces.values.sorted { $0.name < $1.name } + services + deployments + gateways + gatewaysOfGatewayAPI
      + virtualServices + destinationRules + peerAuthentications
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
