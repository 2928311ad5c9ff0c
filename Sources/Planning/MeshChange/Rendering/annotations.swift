package import Diagnostics
package import YAMLWriting

extension MeshChange {
  /// The change as SARIF 2.1.0 (OASIS), at the topologies' lines.
  ///
  /// - Parameters:
  ///   - before: The old topology's text, where there is one.
  ///   - after: The new topology's text.
  /// - Returns: The log.
  package func sarif(before: SourceText?, after: SourceText?) -> YAMLValue {
    let told = changes.filter { $0.effect != .none }
    let rules = Set(told.map(\.kind)).sorted { $0.code.number < $1.code.number }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": ["name": "meshgen", "rules": .sequence(rules.map(\.sarifRule))]],
          "results": .sequence(told.map { $0.sarifResult(before, after, named: new.name) }),
        ]
      ],
    ]
  }

  /// The change as annotations of GitHub's workflows, a line each.
  package func githubAnnotations(before: SourceText?, after: SourceText?) -> String {
    changes.filter { $0.effect != .none }.map { change in
      let place = change.place(before, after)
      let at = place.map { text, range -> String in
        let (start, end) = (text.position(of: range.start), text.position(of: range.end))
        return "file=\(property(text.name)),line=\(start.line),endLine=\(end.line),col=\(start.column),"
      }
      return "::\(change.level) \(at ?? "")title=\(property("\(change.kind.code.name) \(change.effect.rawValue)"))"
        + "::\(message(change.message))"
    }.joined(separator: "\n")
  }

  /// GitHub, "Workflow commands": what ends a message, a property, or the name of one.
  private func message(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private func property(_ text: String) -> String {
    message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

extension ChangeKind {
  fileprivate var sarifRule: YAMLValue {
    [
      "id": .string(code.name), "name": .string(code.slug),
      "shortDescription": ["text": .string(code.explanation.meaning)], "help": ["text": .string(advice)],
      "defaultConfiguration": ["level": .string(effect.level)],
    ]
  }
}

extension Effect {
  fileprivate var level: String {
    switch self {
    case .none, .safe, .rolling: "note"
    case .disruptive: "warning"
    case .dangerous: "error"
    }
  }
}

extension Change {
  /// The level as GitHub calls it; what is accepted is only told.
  fileprivate var level: String {
    acceptedBecause != nil || effect.level == "note" ? "notice" : effect.level
  }

  fileprivate var message: String {
    "\(effect.rawValue): \(what)\(values.map { ": \($0)" } ?? "") (\(scope)). \(kind.reason) Instead: \(kind.advice)"
      + (acceptedBecause.map { " Accepted: \($0)" } ?? "")
  }

  /// Where it stands in the new topology, or, if it is gone, in the old one.
  fileprivate func place(_ old: SourceText?, _ new: SourceText?) -> (SourceText, SourceRange)? {
    if let range = places.after, let new { return (new, range) }
    if let range = places.before, let old { return (old, range) }
    return nil
  }

  fileprivate func sarifResult(_ old: SourceText?, _ new: SourceText?, named name: String) -> YAMLValue {
    let place = place(old, new)
    let region = place.map { text, range -> YAMLValue in
      let (start, end) = (text.position(of: range.start), text.position(of: range.end))
      return [
        "startLine": .integer(start.line), "startColumn": .integer(start.column), "endLine": .integer(end.line),
        "endColumn": .integer(end.column),
      ]
    }
    let location: YAMLValue = .fields([
      "artifactLocation": ["uri": .string(place?.0.name ?? name)], "region": region,
    ])
    return .fields([
      "ruleId": .string(kind.code.name), "level": .string(effect.level), "message": ["text": .string(message)],
      "locations": [["physicalLocation": location]],
      "suppressions": acceptedBecause.map { [["kind": "external", "justification": .string($0)]] },
    ])
  }
}
