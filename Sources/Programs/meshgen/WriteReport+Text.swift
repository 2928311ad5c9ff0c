internal import Diagnostics
internal import FileTrees
internal import YAMLWriting

extension WriteReport {
  /// So many files that took another's place are named; what Git shows of them says more.
  private static let mostReplaced = 20

  /// What a build did, as a person wants to read it: a line, and one for each file that was there before.
  func text(for name: String) -> String {
    let directory = printable(name)
    let counts = [
      (written.count, "written"), (removed.count, "removed"), (unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let lines =
      (resumed ? ["an earlier build of \(directory) was interrupted; it is complete now"] : []) + [
        summary(directory, counts)
      ]
    let named =
      mended.map { "  \(printable($0.path.text)) (\($0.damage.inWords); written anew)" }
      + removed.map { "  \(printable($0.text)) (removed)" }
      + foreign.map { "  \(printable($0.text)) (left alone, not written by meshgen)" }
      + replaced.prefix(Self.mostReplaced).map { "  \(printable($0.text)) (replaced)" }
    let rest = replaced.count - Self.mostReplaced
    let more = rest > 0 ? ["  ... and \(rest) more (replaced)"] : []
    return (lines + named + more).joined(separator: "\n")
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
      "replaced": .strings(replaced.map(\.text)),
      "mended": .sequence(mended.map { ["path": "\($0.path)", "found": .string($0.damage.slug)] }),
      "foreign": .strings(foreign.map(\.text)),
      "resumed": resumed ? .boolean(true) : nil,
    ])
  }
}

extension Damage {
  /// What a person who looks into the file sees.
  var inWords: String {
    switch self {
    case .empty: "was empty"
    case .mergeMarkers: "had merge markers"
    case .carriageReturns: "had line ends of Windows"
    case .cutShort: "was cut short"
    case .twoVersions: "held two versions"
    case .unmarked: "had no header"
    case .edited: "was edited by hand"
    }
  }

  /// The same for programs.
  var slug: String {
    switch self {
    case .empty: "empty"
    case .mergeMarkers: "merge-markers"
    case .carriageReturns: "carriage-returns"
    case .cutShort: "cut-short"
    case .twoVersions: "two-versions"
    case .unmarked: "no-header"
    case .edited: "edited"
    }
  }
}
