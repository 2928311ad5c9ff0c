internal import Diagnostics
internal import Planning

extension MeshChange {
  /// The most bytes that the body of a comment may have at GitHub, and GitLab takes more.
  package static let longestComment = 65_536

  /// The change for a pull request: a table first, folds behind it, and never more than fits into a comment.
  ///
  /// - Parameter limit: The most bytes.
  /// - Returns: Whole lines.
  package func markdown(limit: Int = longestComment) -> String {
    guard !isEmpty else { return "**meshgen diff**: nothing changes\n" }
    var text = BoundedText(limit: limit - 250)
    text.add("### meshgen diff: \(effect.mark) \(summary)\n\n")
    text.add("| effect | code | what | before → after | where |\n| --- | --- | --- | --- | --- |\n")
    text.add(changes.map(\.row), named: "changes")
    text.add("\n")
    var told: Set<ChangeKind> = []
    for change in changes where change.effect >= .disruptive && told.insert(change.kind).inserted {
      text.add([change.reasons], named: "reasons")
    }
    let crowds = changes.filter { $0.clusters.count > 3 }
    text.add(crowds.map(\.fold), named: "lists of clusters")
    if let reach, !reach.isEmpty {
      text.add("\n**Who reaches whom**\n\n")
      text.add(reach.lines.map { "- \(escaped($0))\n" }, named: "changes of reach")
      text.add("\n")
    }
    addObjects(to: &text)
    addSteps(to: &text)
    text.add("\nThe way back is **\((wayBack.map(\.effect).max() ?? .none).rawValue)**.\n")
    return text.whole
  }

  private func addObjects(to text: inout BoundedText) {
    let rows = ObjectRow.rows(of: objectsOfBoth)
    text.add(wholeClusters.map { "`\($0)`  \n" }, named: "clusters that come or go")
    let groups = Dictionary(grouping: rows, by: { $0.clusters })
    let folds = groups.sorted { ($1.key.count, $0.key.first ?? "") < ($0.key.count, $1.key.first ?? "") }.map {
      clusters, rows in
      let name = rows.first?.scope ?? ""
      let lines = rows.prefix(200).map { row in
        "\(row.mark) \(row.name)\n" + row.lines(most: 8).map { "    \($0)\n" }.joined()
      }
      let rest = rows.count > 200 ? "and \(rows.count - 200) more objects\n" : ""
      return "<details><summary>Objects of \(escaped(name)) (\(rows.count))</summary>\n\n```diff\n"
        + "\(lines.joined().replacing("```", with: "'''"))\(rest)```\n\n</details>\n"
    }
    text.add(folds, named: "objects, by clusters")
  }

  private func addSteps(to text: inout BoundedText) {
    let rows = stepRows
    guard !rows.isEmpty else { return }
    let lines = rows.prefix(100).map { "1. \(escaped($0))\n" }
    let rest = rows.count > 100 ? "\nand \(rows.count - 100) more: `meshgen steps --change` has them all\n" : ""
    text.add(
      ["<details><summary>Steps of the change (\(steps.count))</summary>\n\n\(lines.joined())\(rest)\n</details>\n"],
      named: "steps")
  }
}

extension Effect {
  fileprivate var mark: String {
    switch self {
    case .none: "⚪"
    case .safe: "🟢"
    case .rolling: "🔵"
    case .disruptive: "🟠"
    case .dangerous: "🔴"
    }
  }
}

extension Change {
  fileprivate var row: String {
    let accepted = acceptedBecause.map { " (accepted: \(escaped($0)))" } ?? ""
    return "| \(effect.mark) \(effect.rawValue)\(accepted) | \(kind.code.name) | `\(code(what))` | "
      + "\(values.map { "`\(code($0))`" } ?? "") | \(escaped(scope)) |\n"
  }

  fileprivate var reasons: String {
    "**\(kind.code.name) \(kind.code.slug)** (`\(code(what))`): \(escaped(kind.reason)) *Instead:* \(escaped(kind.advice))\n\n"
  }

  /// The names of the clusters, folded away.
  fileprivate var fold: String {
    let names = clusters.prefix(200).map { "`\($0)`" }.joined(separator: ", ")
    let rest = clusters.count > 200 ? " and \(clusters.count - 200) more" : ""
    return
      "<details><summary>\(kind.code.name) \(escaped(what)): \(clusters.count) clusters</summary>\n\n\(names)\(rest)\n\n</details>\n"
  }
}

/// A text without what Markdown or HTML would take for its own.
private func escaped(_ text: String) -> String {
  text.reduce(into: "") { result, character in
    switch character {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "|", "`", "*", "_", "[", "]", "\\": result += "\\\(character)"
    case "\n", "\r": result += " "
    default: result.append(character)
    }
  }
}

/// A text between backquotes in a table's cell.
private func code(_ text: String) -> String { shortened(text).replacing("`", with: "'").replacing("|", with: "\\|") }

/// A text of whole parts that never gets longer than it may; what does not fit is counted.
private struct BoundedText {
  let limit: Int
  private var text = ""
  private var left: [(name: String, count: Int)] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ part: String) { if fits(part) { text += part } }

  mutating func add(_ parts: [String], named name: String) {
    for (index, part) in parts.enumerated() {
      guard fits(part) else {
        left.append((name, parts.count - index))
        return
      }
      text += part
    }
  }

  /// The text, with an honest rest.
  var whole: String {
    guard !left.isEmpty else { return text }
    let rest = left.prefix(4).map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    return text + "\nLeft out, since a comment takes no more: \(rest). `meshgen diff --output json` has it all.\n"
  }

  private func fits(_ part: String) -> Bool { text.utf8.count + part.utf8.count <= limit }
}
