internal import Diagnostics
package import MeshModel
package import YAMLReading

/// The topology of a stage of the way from OpenShift Service Mesh 2 to 3.
///
/// Only what the stage changes is changed in the text: comments, order and style are the user's own.
///
/// - Parameters:
///   - stage: The stage; `nil` for the topology that is left behind the last one, an ordinary one.
///   - bytes: A topology that compiles, before the first stage or of any of those that are still of OpenShift Service
///     Mesh 2.
///   - root: What was read from it.
///   - version: The release of Istio that OpenShift Service Mesh 3 is to install.
///   - oldKinds: The kinds of objects that there are in OpenShift Service Mesh 2 alone.
/// - Returns: The text.
package func stagedTopology(
  _ stage: Migration.Stage?, of bytes: [UInt8], read root: Node.Mapping, version: String, without oldKinds: Set<String>
) -> [UInt8] {
  var edits = SourceEdits(of: bytes)
  edits.setMigration(to: stage, in: root)
  edits.setDiscovery(isManual: stage == .services || stage == .leave, in: root)
  if stage != .prepare { edits.addGatewayAnnotations(in: root) }
  guard stage.map({ $0 >= .sideBySide }) ?? true else { return edits.result }
  edits.setDistribution(version: version, in: root)
  edits.removePatches(of: oldKinds, in: root)
  // A controller would prune what is left of the old distribution.
  if stage != nil, let gitOps = root.entry("gitops") { edits.remove(gitOps, from: root) }
  return edits.result
}

extension SourceEdits {
  /// `migration` stands behind the mode, which it is about; in the last topology it does not stand at all.
  fileprivate mutating func setMigration(to stage: Migration.Stage?, in root: Node.Mapping) {
    let present = root.entry("migration")
    guard let stage else {
      present.map { remove($0, from: root) }
      return
    }
    let direction = stage >= .sideBySide ? "from: maistra" : "to: sail"
    guard case .mapping(let migration)? = present?.value else {
      root.entry("controlPlane").map { mode in
        add("migration: {\(direction), stage: \(stage.rawValue)}", behind: mode, in: root)
      }
      return
    }
    if let old = migration.entry("to") { replace(old.key.range.joined(with: old.value.range), by: direction) }
    if let old = migration.entry("stage") { replace(old.value.range, by: stage.rawValue) }
  }

  /// From the stage on that is about services, each is found by what is written down.
  fileprivate mutating func setDiscovery(isManual: Bool, in root: Node.Mapping) {
    for rule in root.items("imports").flatMap({ $0.items("services") }) {
      let present = rule.entry("discovery")
      switch (present, isManual) {
      case (let present?, true): replace(present.value.range, by: "manual")
      case (let present?, false): remove(present, from: rule)
      case (nil, true): rule.entries.last.map { add("discovery: manual", behind: $0, in: rule) }
      case (nil, false): break
      }
    }
  }

  /// Meshes keep their names, trust domains and roots; the gateways by which peers came in are no more.
  fileprivate mutating func setDistribution(version: String, in root: Node.Mapping) {
    let values = [
      ("distribution.name", "sail"), ("distribution.version", version), ("controlPlane.mode", "multi-primary"),
    ]
    for (path, text) in values {
      if let node = Node.mapping(root).value(at: path) { replace(node.range, by: text) }
    }
    // The old distribution runs on OpenShift alone, and need not be told.
    if Node.mapping(root).value(at: "defaults.platform") == nil { addPlatform(in: root) }
    for mesh in root.items("meshes") {
      if let ingress = mesh.entry("ingress") { remove(ingress, from: mesh) }
    }
  }
}

extension SourceEdits {
  /// A cluster that is nothing but a name becomes a mapping.
  fileprivate mutating func addPlatform(in root: Node.Mapping) {
    for cluster in root.items("clusters") where cluster.entry("platform") == nil {
      cluster.entry("name").map { add("platform: openshift", behind: $0, in: cluster) }
    }
    let clusters = root.entry("clusters")?.value
    for case .scalar(let name) in clusters?.items ?? [clusters].compactMap({ $0 }) {
      let written = String(decoding: bytes[name.range.start..<name.range.end], as: UTF8.self)
      replace(name.range, by: "{name: \(written), platform: openshift}")
    }
  }

  /// There is nothing that such a patch could change.
  fileprivate mutating func removePatches(of kinds: Set<String>, in root: Node.Mapping) {
    guard let entry = root.entry("patches"), case .sequence(let patches) = entry.value else { return }
    let old = patches.items.filter { kinds.contains($0.value(at: "target.kind")?.text ?? "") }
    if old.count == patches.items.count { return remove(entry, from: root) }
    for patch in old { remove(patch, from: patches) }
  }
}

extension Node.Mapping {
  func entry(_ key: String) -> Node.Entry? { entries.first { $0.key.text == key } }

  /// The mappings in the list under a key.
  func items(_ key: String) -> [Node.Mapping] {
    (entry(key)?.value.items ?? []).compactMap { if case .mapping(let mapping) = $0 { mapping } else { nil } }
  }
}
