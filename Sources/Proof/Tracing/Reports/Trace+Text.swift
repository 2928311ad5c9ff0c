extension Trace {
  /// The answer for people: every link, and at the end what becomes of the requests, and what that rests on.
  package var text: String {
    guard !paths.isEmpty else { return "no other cluster of the mesh has workloads\n" }
    return paths.map(\.text).joined(separator: "\n")
  }
}

extension Path {
  fileprivate var text: String {
    let lines =
      ["\(client) -> \(server)"] + links.flatMap(\.lines) + [
        "  => requests \(disposition.inWords) (\(disposition.rawValue))"
      ]
    return (lines + assumptionLines).joined(separator: "\n") + "\n"
  }

  private var assumptionLines: [String] {
    assumptions.isEmpty ? [] : ["  if"] + assumptions.map { "     - \($0)" }
  }
}

extension Link {
  fileprivate var lines: [String] {
    let head = "  \(state.mark) \(rule.number.padded(to: 5))\(finding)"
    let objects = objects.filter { !$0.file.isEmpty }.map { "               \($0.inWords)" }
    guard state == .broken else { return [head] + objects }
    return [head] + objects + ["               the client sees: \(rule.symptom)"]
      + (remedy.map { ["               to mend it: \($0)"] } ?? []) + ["               source: \(rule.source)"]
  }
}

extension Link.ObjectField {
  /// The file and the field, as people name them: `clusters/a/…/service.yaml: spec`.
  package var inWords: String { field.isEmpty ? file : "\(file): \(field)" }
}

extension Link.State {
  fileprivate var mark: String {
    switch self {
    case .holds: "ok     "
    case .broken: "BROKEN "
    case .depends: "open   "
    }
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
