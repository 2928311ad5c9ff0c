internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLReading
internal import YAMLWriting

/// Lays patches over objects (RFC 7396), and reports what they must not touch.
struct Patching {
  let topology: Topology
  var log: FindingLog

  mutating func apply(
    _ patch: Node.Mapping, to resource: Resource, in cluster: ClusterName, _ slot: ValuesSlot?
  ) -> Resource {
    var (labels, annotations) = (resource.labels, resource.annotations)
    var rest: [Node.Entry] = []
    for entry in patch.entries {
      switch entry.key.text {
      case "metadata": patchMetadata(entry.value, &labels, &annotations)
      case "apiVersion", "kind": log.report(.patchedPlan(entry.key.text, at: entry.key.range))
      default: rest.append(entry)
      }
    }
    let content = Node.Mapping(entries: rest, range: patch.range)
    check(content, for: slot, in: cluster)
    for field in resource.unknownFields(in: content) { log.reportOnce(field) }
    let known = log.findings.count
    let merged = merge(content, into: resource.content, at: [])
    if log.findings.count == known { checkFixedFields(of: resource, becoming: merged, by: content) }
    return Resource(
      resource.apiVersion, resource.kind, resource.name, in: resource.namespace, labels: labels,
      annotations: annotations, merged)
  }

  private mutating func checkFixedFields(of resource: Resource, becoming new: YAMLValue, by patch: Node.Mapping) {
    for field in resource.fixedFields where new[path: field] != resource.content[path: field] {
      log.reportOnce(.fixedField(field.joined(separator: "."), of: resource.kind, at: patch.place(of: field)))
    }
  }

  /// The values in a patch are of Istio's types, and contradict nothing.
  private mutating func check(_ patch: Node.Mapping, for slot: ValuesSlot?, in cluster: ClusterName) {
    var check = ValueCheck(log: log, nullRemoves: true)
    check.check(patch, is: slot.map { .anything(but: $0.shape, at: $0.path) } ?? .anything, at: "")
    log = check.log
    guard let cluster = topology.clusters.first(where: { $0.name?.value == cluster }) else { return }
    for derived in slot?.derived ?? [] {
      guard let said = patch.node(at: derived.path), !said.isNull || derived.value != nil else { continue }
      if let value = derived.value, !said.isNull, YAMLValue(said, as: .anything) == value { continue }
      log.reportOnce(
        .contradictedValue(
          derived.path.joined(separator: "."), derived, at: said.range, in: topology, for: cluster))
    }
  }

  private mutating func patchMetadata(
    _ node: Node, _ labels: inout [String: String], _ annotations: inout [String: String]
  ) {
    guard case .mapping(let metadata) = node else {
      return log.report(.wrongValue("metadata", is: node.kindInWords, wanted: .map(.anything), at: node.range))
    }
    for entry in metadata.entries {
      switch (entry.key.text, entry.value) {
      case ("labels", .mapping(let pairs)): patch(&labels, with: pairs, at: "metadata.labels")
      case ("annotations", .mapping(let pairs)): patch(&annotations, with: pairs, at: "metadata.annotations")
      default: log.report(.patchedPlan("metadata.\(entry.key.text)", at: entry.key.range))
      }
    }
  }

  /// Labels and annotations can be added; those that the plan gives are what it finds its objects by.
  private mutating func patch(_ pairs: inout [String: String], with patch: Node.Mapping, at path: String) {
    var check = ValueCheck(log: log, nullRemoves: true)
    check.check(patch, is: .map(.text), at: path)
    log = check.log
    for entry in patch.entries {
      guard case .scalar(let scalar) = entry.value else { continue }
      let (key, new) = (entry.key.text, entry.value.isNull ? nil : scalar.text)
      let isOurs = pairs[key] != nil || key.hasPrefix("app.kubernetes.io/")
      if isOurs, pairs[key] != new {
        log.report(.patchedPlan(key, at: entry.key.range))
      } else if pairs[key] == nil, new == nil {
        log.report(.removedNothing("\(path).\(key)", at: entry.key.range))
      }
      pairs[key] = new
    }
  }

  private mutating func merge(_ patch: Node.Mapping, into value: YAMLValue?, at path: [String]) -> YAMLValue {
    var entries: [YAMLValue.Entry] = []
    if case .mapping(let present) = value { entries = present }
    for entry in patch.entries {
      let index = entries.firstIndex { $0.key == entry.key.text }
      guard let new = merged(entry, into: index.map { entries[$0].value }, at: path) else {
        index.map { _ = entries.remove(at: $0) }
        continue
      }
      if let index { entries[index].value = new } else { entries.append(.init(entry.key.text, new)) }
    }
    return .mapping(entries)
  }

  /// What becomes of one key; `nil` where it goes.
  private mutating func merged(_ entry: Node.Entry, into old: YAMLValue?, at path: [String]) -> YAMLValue? {
    let path = path + [entry.key.text]
    if case .mapping(let patch) = entry.value { return merge(patch, into: old, at: path) }
    let new = entry.value.isNull ? nil : YAMLValue(entry.value, as: .anything)
    if new == nil, old == nil { log.report(.removedNothing(path.joined(separator: "."), at: entry.key.range)) }
    if let old, old != new, !Self.selecting.isDisjoint(with: path.dropLast()) {
      log.report(.patchedPlan(path.joined(separator: "."), at: entry.key.range))
    }
    return new
  }

  /// By what is in these, objects find each other.
  private static let selecting: Set = ["labels", "matchLabels", "selector"]
}

extension ValueShape {
  /// Anything, but of a certain shape at the end of a path.
  fileprivate static func anything(but shape: ValueShape, at path: [String]) -> ValueShape {
    path.reversed().reduce(shape) { .partly([$1: $0]) }
  }
}
