internal import Diagnostics
package import MeshModel
internal import MeshNames
package import YAMLReading

/// What a topology says, as single statements: forms, order and comments are gone, and what it leaves out and means is
/// there.
package struct Page: Sendable {
  private(set) var statements: [PagePath: Statement] = [:]
  /// The names that have changed, as the topology says itself.
  package let renames: Renames

  /// A value, and where it is written; that a thing is in a list is the empty value.
  struct Statement: Equatable, Sendable {
    let value: String
    let place: SourceRange

    static func == (left: Statement, right: Statement) -> Bool { left.value == right.value }
  }

  package init(_ root: Node, _ topology: Topology) {
    renames = topology.renames
    add(root.withWholeClusters, at: .root)
    complete(by: topology)
  }

  subscript(path: PagePath) -> Statement? { statements[path] }

  /// The page as if it had been written with the new names.
  func renaming(_ renames: Renames) -> Page {
    guard !renames.isEmpty else { return self }
    var page = self
    page.statements = Dictionary(
      statements.map { path, statement in
        let value = renames.renaming(statement.value, at: path)
        return (renames.renaming(path), Statement(value: value, place: statement.place))
      }
    ) { first, _ in first }
    return page
  }
}

// What is written.
extension Page {
  private mutating func say(_ value: String, at path: PagePath, _ place: SourceRange) {
    statements[path] = Statement(value: value, place: place)
  }

  /// What is left out counts as said where the language gives it a meaning.
  private mutating func imply(_ value: (some CustomStringConvertible)?, at path: PagePath, _ place: SourceRange) {
    guard let value, statements[path] == nil else { return }
    say(value.description, at: path, place)
  }

  private mutating func add(_ node: Node, at path: PagePath) {
    switch node {
    case .mapping(let mapping): for entry in mapping.entries { add(entry, at: path) }
    case .sequence(let sequence): add(sequence, at: path)
    case .scalar(let scalar): if !node.isNull { say(scalar.text, at: path, scalar.range) }
    }
  }

  private mutating func add(_ entry: Node.Entry, at path: PagePath) {
    let key = entry.key.text
    let isTop = path == .root
    switch entry.value {
    case .mapping where isTop && key == "remoteAccess" && entry.value.value(at: "delivery")?.text == "manual":
      say("manual", at: path.key(key), entry.value.range)
    case .scalar(let scalar) where isTop && key == "metadata":
      say(scalar.text, at: path.key(key).key("name"), scalar.range)
    case .scalar(let scalar) where isTop && listsOfNames.contains(key) && !entry.value.isNull:
      say("", at: path.key(key).item(scalar.text), scalar.range)
    case .sequence(let sequence) where isTop && listsOfNames.contains(key):
      for item in sequence.items { addItem(item, of: path.key(key)) }
    case .sequence(let sequence) where isTop && key == "peers":
      let pairs = sequence.items.map { pair in (pair.items ?? [pair]).compactMap(\.text).sorted().joined(separator: "-")
      }
      say(pairs.sorted().joined(separator: ", "), at: path.key(key), sequence.range)
    case .mapping where isTop && listsOfNames.contains(key): addItem(entry.value, of: path.key(key))
    case .sequence(let sequence) where isTop && key == "exports": for item in sequence.items { addExport(item) }
    case .mapping where isTop && key == "exports": addExport(entry.value)
    default: add(entry.value, at: path.key(key))
    }
  }

  private mutating func add(_ sequence: Node.Sequence, at path: PagePath) {
    guard sequence.items.allSatisfy({ $0.text != nil }) else {
      for (index, item) in sequence.items.enumerated() { addItem(item, of: path, index) }
      return
    }
    let texts = sequence.items.compactMap(\.text)
    let isOfIstio = path.parts.contains(.key("values")) || path.parts.first == .key("patches")
    let isOrdered = isOfIstio || [.key("ipFamilies"), .key("args")].contains(path.parts.last)
    say((isOrdered ? texts : texts.sorted()).joined(separator: ", "), at: path, sequence.range)
  }

  private mutating func addItem(_ node: Node, of list: PagePath, _ index: Int = 0) {
    let names = [
      ["from", "into"], ["namespace", "name"], ["namespace", "service"], ["code"], ["for"], ["subset"], ["cluster"],
      ["network"],
    ]
    let isNamedAlone = list.parts == [.key("meshes")]
    let known = (isNamedAlone ? [["name"]] : names).lazy.map { $0.compactMap { node.value(at: $0)?.text } }.first {
      !$0.isEmpty
    }
    let path = list.item(node.text ?? known?.joined(separator: "/") ?? String(index))
    let place = node.value(at: "name")?.range ?? node.range
    say("", at: path, place)
    guard case .mapping(let mapping) = node else { return }
    for entry in mapping.entries where entry.key.text != "name" { add(entry, at: path) }
  }

  /// An export is what each of its services is open to.
  private mutating func addExport(_ node: Node) {
    let from = node.value(at: "from")?.text ?? "*"
    let peers = node.value(at: "to")
    let open = peers.map { $0.items?.compactMap(\.text) ?? [$0.text ?? "*"] } ?? ["*"]
    for (index, service) in (node.value(at: "services")?.items ?? []).enumerated() {
      let names = ["namespace", "name"].compactMap { service.value(at: $0)?.text }
      let list = PagePath.root.key("exports").item(from).key("services")
      addItem(service, of: list, index)
      let path = list.item(service.text ?? (names.isEmpty ? String(index) : names.joined(separator: "/"))).key("to")
      let known = statements[path]?.value.split(separator: ", ").map(String.init) ?? []
      say(Set(known + open).sorted().joined(separator: ", "), at: path, peers?.range ?? node.range)
    }
  }
}

/// The lists at the top whose items are told by their names.
private let listsOfNames = ["clusters", "networks", "namespaces", "meshes", "services"]

// What is meant.
extension Page {
  private mutating func complete(by topology: Topology) {
    let top = SourceRange(at: 0)
    let name = topology.name?.range ?? top
    let mesh = PagePath.root.key("mesh")
    if let fleet = topology.fleet {
      statements[mesh.key("id")] = fleet.meshID.map { Statement(value: "\($0)", place: fleet.place) }
      statements[mesh.key("trustDomain")] = fleet.trustDomain.map { Statement(value: "\($0)", place: fleet.place) }
    }
    if !topology.hasMeshes {
      imply(topology.name?.value, at: mesh.key("id"), name)
      imply(TrustDomain.clusterLocal, at: mesh.key("trustDomain"), name)
    }
    imply(topology.mesh.clusterDomain, at: mesh.key("clusterDomain"), top)
    imply(Mesh.MutualTLS.permissive.rawValue, at: mesh.key("mutualTLS"), top)
    imply("false", at: mesh.key("networkPolicies"), top)
    completeControlPlane(topology, top)
    for path in [PagePath.root.key("remoteAccess"), PagePath.root.key("certificateAuthority").key("delivery")]
    where !statements.keys.contains(where: { $0.isPart(of: path) }) {
      say("manual", at: path, top)
    }
    for cluster in topology.clusters { complete(cluster, of: topology) }
    let everywhere = topology.clusters.compactMap { $0.name?.value.description }.sorted().joined(separator: ", ")
    for path in statements.keys where path.parts.count == 2 && path.parts.first == .key("namespaces") {
      imply(everywhere, at: path.key("clusters"), statements[path]?.place ?? top)
    }
  }

  private mutating func completeControlPlane(_ topology: Topology, _ top: SourceRange) {
    let controlPlane = PagePath.root.key("controlPlane")
    let place = topology.controlPlane?.mode?.range ?? top
    let usual: ControlPlane.UpdateStrategy = topology.hasMeshes ? .revisionBased : .inPlace
    imply(ControlPlane.DataPlane.sidecar.rawValue, at: controlPlane.key("dataPlane"), place)
    imply(usual.rawValue, at: controlPlane.key("updateStrategy"), place)
    if !topology.hasMeshes { imply(topology.standardNamespace, at: controlPlane.key("namespace"), place) }
  }

  private mutating func complete(_ cluster: Cluster, of topology: Topology) {
    guard let name = cluster.name?.value else { return }
    let path = PagePath.root.key("clusters").item(name.description)
    imply(topology.network(of: cluster), at: path.key("network"), cluster.place)
    imply(topology.role(of: cluster).rawValue, at: path.key("role"), cluster.place)
    imply(topology.primary(of: cluster), at: path.key("primary"), cluster.place)
    imply(name, at: path.key("context"), cluster.place)
    imply(name, at: path.key("location"), cluster.place)
    imply(Cluster.Platform.kubernetes.rawValue, at: path.key("platform"), cluster.place)
  }
}
