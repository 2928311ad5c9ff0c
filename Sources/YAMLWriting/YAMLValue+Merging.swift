extension YAMLValue {
  /// This value with another laid over it, as Helm lays values over each other.
  ///
  /// Mappings are merged key by key, in the order of this one and then of the other; anything else is replaced.
  package func merging(_ other: YAMLValue) -> YAMLValue {
    guard case .mapping(let own) = self, case .mapping(let new) = other else { return other }
    let merged = own.map { entry in Entry(entry.key, other[entry.key].map(entry.value.merging) ?? entry.value) }
    return .mapping(merged + new.filter { self[$0.key] == nil })
  }
}
