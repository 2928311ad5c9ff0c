package import Diagnostics

extension Node {
  /// The document with a value that was not written, as if it stood where a path leads.
  ///
  /// - Parameters:
  ///   - path: Keys and, in brackets, places in lists: `clusters[0].gateway.address`.
  ///   - text: The value.
  ///   - range: What the value, and the keys that it needs, are to be told by.
  /// - Returns: The document; `nil` where the path leads through something else than mappings and lists.
  package func setting(_ path: String, to text: String, at range: SourceRange) -> Node? {
    setting(path.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init)[...], to: text, at: range)
  }

  private func setting(_ path: ArraySlice<String>, to text: String, at range: SourceRange) -> Node? {
    guard let key = path.first else { return .scalar(Scalar(text: text, isPlain: false, range: range)) }
    switch self {
    case .sequence(let sequence):
      guard let index = Int(key), sequence.items.indices.contains(index),
        let item = sequence.items[index].setting(path.dropFirst(), to: text, at: range)
      else { return nil }
      var items = sequence.items
      items[index] = item
      return .sequence(Sequence(items: items, range: sequence.range))
    case .mapping(let mapping):
      let place = mapping.entries.firstIndex { $0.key.text == key }
      let empty = Node.mapping(Mapping(entries: [], range: range))
      let old = place.map { mapping.entries[$0].value } ?? empty
      guard let value = old.setting(path.dropFirst(), to: text, at: range) else { return nil }
      var entries = mapping.entries
      if let place {
        entries[place] = Entry(key: entries[place].key, value: value)
      } else {
        entries.append(Entry(key: Scalar(text: key, isPlain: true, range: range), value: value))
      }
      return .mapping(Mapping(entries: entries, range: mapping.range))
    case .scalar: return nil
    }
  }
}
