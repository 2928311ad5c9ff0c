extension Node.Mapping {
  /// The value at the end of a path of keys; `nil` where there is none.
  package func node(at path: [String]) -> Node? {
    path.reduce(Optional(Node.mapping(self))) { node, key in
      guard case .mapping(let mapping) = node else { return nil }
      return mapping.entries.first { $0.key.text == key }?.value
    }
  }
}
