internal import Diagnostics
internal import FileTrees
internal import YAMLWriting

extension WriteReport {
  /// What a build did, as a person wants to read it: a line, and one for each file that needs a look.
  func text(for name: String) -> String {
    let directory = printable(name)
    let counts = [
      (written.count, "written"), (removed.count, "removed"), (unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let lines =
      (resumed ? ["an earlier build of \(directory) was interrupted; it is complete now"] : []) + [
        summary(directory, counts)
      ]
    let named = [
      ("overwritten, was edited by hand", overwrittenByHand), ("kept, was edited by hand", keptEdited),
      ("left alone, not written by meshgen", foreign),
    ].flatMap { words, paths in paths.map { "  \(printable($0.text)) (\(words))" } }
    return (lines + named).joined(separator: "\n")
  }

  private func summary(_ directory: String, _ counts: [String]) -> String {
    written.isEmpty && removed.isEmpty
      ? "\(directory) is up to date, \(unchanged) files" : "\(directory): \(counts.joined(separator: ", "))"
  }

  /// The same for programs.
  var value: YAMLValue {
    .fields([
      "written": .strings(written.map(\.text)),
      "removed": .strings(removed.map(\.text)),
      "unchanged": .integer(unchanged),
      "overwrittenByHand": .strings(overwrittenByHand.map(\.text)),
      "keptEdited": .strings(keptEdited.map(\.text)),
      "foreign": .strings(foreign.map(\.text)),
      "resumed": resumed ? .boolean(true) : nil,
    ])
  }
}
