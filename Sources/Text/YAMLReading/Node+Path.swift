extension Node.Mapping {
  /// The value at the end of a path of keys; `nil` where there is none.
  package func node(at path: [String]) -> Node? {
    path.reduce(Optional(Node.mapping(self))) { node, key in
      guard case .mapping(let mapping) = node else { return nil }
      return mapping.entries.first { $0.key.text == key }?.value
    }
  }
}

/// Values of which nobody knows beforehand what they are.
extension Node {
  /// The text of a single value.
  package var text: String? {
    if case .scalar(let scalar) = self { scalar.text } else { nil }
  }

  /// The items of a list.
  package var items: [Node]? {
    if case .sequence(let sequence) = self { sequence.items } else { nil }
  }

  /// The value at the end of a path of keys, as people write them: `settings.clusterLocal`.
  package func value(at path: String) -> Node? {
    guard case .mapping(let mapping) = self else { return nil }
    return mapping.node(at: path.split(separator: ".").map(String.init))
  }
}
