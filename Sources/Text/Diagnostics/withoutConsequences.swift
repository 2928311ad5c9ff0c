extension [Finding] {
  /// The findings without those that may be there only because of others.
  ///
  /// What cannot be read comes first; then names that nothing has, behind which there may be another mistake; and then
  /// what follows from all of it.
  package var withoutConsequences: [Finding] {
    let unread = Set(filter { $0.code.restsOn == [] }.flatMap(\.obscures))
    let known = filter { !$0.rests(on: unread) }
    let unknown = unread.union(known.flatMap(\.obscures))
    return known.filter { !$0.obscures.isEmpty || !$0.rests(on: unknown) }
  }
}

extension Finding {
  fileprivate func rests(on paths: Set<String>) -> Bool {
    guard let own = code.restsOn else { return !paths.isEmpty }
    return own.contains { part in paths.contains { isInside($0, part) || isInside(part, $0) } }
  }

  /// Whether a path is another one or leads on from it.
  private func isInside(_ path: String, _ other: String) -> Bool {
    path.hasPrefix(other) && (path.count == other.count || ".[".contains(path.dropFirst(other.count).first ?? "."))
  }
}
