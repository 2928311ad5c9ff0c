package import Diagnostics
internal import Planning

extension MeshChange {
  /// The change for people at a terminal.
  ///
  /// - Parameters:
  ///   - before: The old topology's text, where there is one.
  ///   - after: The new topology's text.
  /// - Returns: Lines, the last without a line break.
  package func text(before: SourceText?, after: SourceText?) -> String {
    guard !isEmpty else { return summary }
    var told: Set<ChangeKind> = []
    let rows = changes.flatMap { $0.lines(before, after, isFirst: told.insert($0.kind).inserted) }
    return ([summary, ""] + rows + reachLines + objectLines + stepLines + wayBackLines).joined(separator: "\n")
  }

  private var objectLines: [String] {
    let rows = ObjectRow.rows(of: objectsOfBoth)
    let lines =
      rows.prefix(60).flatMap { row in
        ["  \(row.mark) \(row.name)  (\(row.scope))"] + row.lines(most: 6).map { "      \($0)" }
      }
      + wholeClusters.prefix(60).map { "  \($0)" }
    let rest = max(0, rows.count - 60) + max(0, wholeClusters.count - 60)
    return lines.isEmpty
      ? [] : ["", "Objects"] + lines + (rest > 0 ? ["  and \(rest) more; --output json has them all"] : [])
  }

  private var reachLines: [String] {
    guard let reach, !reach.isEmpty else { return [] }
    return ["", "Who reaches whom"] + reach.lines.prefix(30).map { "  \($0)" }
  }

  private var stepLines: [String] {
    let rows = stepRows
    guard !rows.isEmpty else { return [] }
    let shown = rows.prefix(40).enumerated().map { "  \($0.offset + 1). \($0.element)" }
    let rest = rows.count - shown.count
    return ["", "Steps of the change, in order"] + shown + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  /// Whether it can be taken back, and what that would do.
  private var wayBackLines: [String] {
    guard let worst = wayBack.map(\.effect).max(), worst >= .disruptive else {
      return ["", "The way back: \((wayBack.map(\.effect).max() ?? .none).rawValue)"]
    }
    let reasons = wayBack.filter { $0.effect == worst }.prefix(5).map { "\($0.kind.code.name) \($0.what)" }
    return ["", "The way back: \(worst.rawValue) (\(reasons.joined(separator: "; ")))"]
  }
}

extension Change {
  /// The reason is told of the first of its kind alone.
  fileprivate func lines(_ old: SourceText?, _ new: SourceText?, isFirst: Bool) -> [String] {
    let head = "\(effect.rawValue) [\(kind.code.name)] \(what)\(values.map { ": \($0)" } ?? "")  (\(scope))"
    if effect == .none { return [head] }
    let places = [("before", old, places.before), ("after", new, places.after)].compactMap { word, text, range in
      place(range, in: text).map { "\(word) \($0)" }
    }
    let accepted = acceptedBecause.map { ["    accepted: \($0)"] } ?? []
    let reason = isFirst ? ["    \(kind.reason)"] : []
    let advice = isFirst && effect >= .disruptive && acceptedBecause == nil ? ["    = instead: \(kind.advice)"] : []
    return [head] + (places.isEmpty ? [] : ["    --> \(places.joined(separator: ", "))"]) + reason + advice + accepted
  }

  private func place(_ range: SourceRange?, in text: SourceText?) -> String? {
    guard let range, let text else { return nil }
    let position = text.position(of: range.start)
    return "\(text.name):\(position.line):\(position.column)"
  }
}
