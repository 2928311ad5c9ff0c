package import Diagnostics
package import MeshNames
internal import YAMLReading

/// Which meshes are each other's peers.
package enum PeerGraph: Sendable {
  /// Each mesh of each other.
  case all
  case pairs([Pair])

  /// Two meshes, whichever comes first.
  package struct Pair: Sendable {
    package let first: Located<MeshName>
    package let second: Located<MeshName>
  }

  fileprivate static let example = "`peers: all`, or pairs: `peers: [[red-mesh, green-mesh], [red-mesh, blue-mesh]]`"
}

extension MappingReader {
  /// `all`, or a list of pairs.
  mutating func peers(_ key: String) -> PeerGraph? {
    guard let entry = entry(key) else { return nil }
    switch entry.value {
    case .scalar(let scalar) where scalar.text == "all": return .all
    case .scalar(let scalar):
      log.report(.unknownWord(scalar.text, for: path(to: key), at: scalar.range, words: ["all", "a list of pairs"]))
      return nil
    case .sequence(let sequence):
      if sequence.items.isEmpty { log.report(.emptyList(path(to: key), at: sequence.range)) }
      // Two names are the one pair that there is.
      if sequence.items.count == 2, sequence.items.allSatisfy({ $0.text != nil }) {
        return .pairs([pair(entry.value, path(to: key))].compactMap { $0 })
      }
      if sequence.items.contains(where: { $0.text != nil }),
        let odd = sequence.items.firstIndex(where: { $0.text == nil })
      {
        let path = "\(path(to: key))[\(odd)]"
        log.report(
          .wrongKind(
            path, wanted: "a name, as there is beside it", found: sequence.items[odd], help: PeerGraph.example))
        return nil
      }
      return .pairs(sequence.items.enumerated().compactMap { pair($1, "\(path(to: key))[\($0)]") })
    case .mapping:
      log.report(
        .wrongKind(path(to: key), wanted: "`all` or a list of pairs", found: entry.value, help: PeerGraph.example))
      return nil
    }
  }

  private mutating func pair(_ node: Node, _ path: String) -> PeerGraph.Pair? {
    guard case .sequence(let sequence) = node, sequence.items.count == 2 else {
      log.report(.wrongKind(path, wanted: "a list of two meshes", found: node, help: PeerGraph.example))
      return nil
    }
    let first: Located<MeshName>? = value(sequence.items[0], "\(path)[0]")
    let second: Located<MeshName>? = value(sequence.items[1], "\(path)[1]")
    guard let first, let second else { return nil }
    return PeerGraph.Pair(first: first, second: second)
  }
}
