internal import MeshReleases
package import YAMLWriting

/// What is known of releases, as text for people.
///
/// - Parameter distribution: The distribution that it is about, as the language has it; `nil` for all.
/// - Returns: A table for each thing that has releases; sources stand below it, each once.
package func releasesText(for distribution: String? = nil) -> String {
  let tables = ReleaseTable.tables(for: distribution).map(\.text)
  return
    (["What this meshgen knows of releases, on \(Knowledge.day). A newer one is planned like the nearest."] + tables)
    .joined(separator: "\n\n")
}

/// The same for programs: every row has its source.
package func releasesDocument(for distribution: String? = nil) -> YAMLValue {
  [
    "knowledge": "\(Knowledge.day)",
    "tables": .sequence(ReleaseTable.tables(for: distribution).map(\.value)),
  ]
}

extension ReleaseTable {
  fileprivate var text: String {
    let shown = columns.indices.filter { columns[$0] != "source" }
    let lines = ([columns] + rows).map { row in shown.map { row[$0] } }
    let widths = shown.indices.dropLast().map { column in lines.map { $0[column].count }.max() ?? 0 }
    let table = lines.map { line in "  " + line.padded(to: widths) }
    return ([title] + table + sources.map { "  (\($0))" }).joined(separator: "\n")
  }

  /// Where the rows have it from, each once.
  private var sources: [String] {
    guard let column = columns.firstIndex(of: "source") else { return [] }
    return rows.map { $0[column] }.reduce(into: []) { known, source in
      if !known.contains(source) { known.append(source) }
    }
  }

  fileprivate var value: YAMLValue {
    .fields([
      "title": .string(title),
      "distribution": distribution.map { .string($0) },
      "rows": .sequence(rows.map { row in .mapping(zip(columns, row).map { .init($0, .string($1)) }) }),
    ])
  }
}

extension [String] {
  /// In one line, all but the last as wide as their columns.
  fileprivate func padded(to widths: [Int]) -> String {
    let cells = enumerated().map { column, text in
      column < widths.count ? text + String(repeating: " ", count: Swift.max(0, widths[column] - text.count)) : text
    }
    var line = cells.joined(separator: "  ")
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
