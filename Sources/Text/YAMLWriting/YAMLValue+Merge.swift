extension YAMLValue {
  /// This value with another laid over it: mappings are merged key by key, anything else is replaced.
  package func merging(_ other: YAMLValue) -> YAMLValue {
    guard case .mapping(var entries) = self, case .mapping(let others) = other else { return other }
    for entry in others {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[index].value = entries[index].value.merging(entry.value)
      } else {
        entries.append(entry)
      }
    }
    return .mapping(entries)
  }

  /// The value at the end of a path of keys; `nil` where there is none.
  package subscript(path path: some Collection<String>) -> YAMLValue? {
    path.reduce(Optional(self)) { value, key in value?[key] }
  }

  /// A value alone at the end of a path of keys.
  package init(_ value: YAMLValue, at path: some BidirectionalCollection<String>) {
    self = path.reversed().reduce(value) { value, key in .mapping([Entry(key, value)]) }
  }
}
