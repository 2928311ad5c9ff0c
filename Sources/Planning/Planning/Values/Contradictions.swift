internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import YAMLReading
internal import YAMLWriting

/// Reports each value that is not what follows from the rest of the topology.
struct Contradictions {
  let topology: Topology
  var log: FindingLog

  /// Looks at values, the later before the earlier, beside an object that they are to be laid into.
  mutating func check(
    _ values: [Node.Mapping], against content: YAMLValue, _ slot: ValuesSlot, of cluster: Cluster
  ) {
    var known: [[String]] = []
    for values in values.reversed() {
      let said = values.leaves.filter { !known.contains($0.path) }
      known += said.map(\.path)
      for (path, node) in said where !slot.shape.isSet(at: path) {
        guard let derived = slot.derived(at: slot.place(of: path), in: content) else { continue }
        guard derived.value.map({ YAMLValue(node, as: .anything) != $0 }) ?? true else { continue }
        log.reportOnce(
          .contradictedValue(
            path.joined(separator: "."), derived, at: node.range, in: topology, for: cluster))
      }
    }
  }
}

extension ValuesSlot {
  /// What follows from the topology for a place in the object; `nil` where nothing does.
  fileprivate func derived(at path: [String], in content: YAMLValue) -> DerivedValue? {
    if let derived = derived.first(where: { $0.path == path }) { return derived }
    return content[path: path].map { DerivedValue(path, $0, from: .mode) }
  }
}

extension Node.Mapping {
  /// Every value that is no mapping, with the keys that lead to it.
  fileprivate var leaves: [(path: [String], node: Node)] {
    entries.flatMap { entry -> [(path: [String], node: Node)] in
      guard case .mapping(let mapping) = entry.value else { return [([entry.key.text], entry.value)] }
      return mapping.leaves.map { (path: [entry.key.text] + $0.path, node: $0.node) }
    }
  }
}
