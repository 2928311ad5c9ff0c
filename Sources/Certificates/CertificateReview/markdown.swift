/// A table in Markdown.
func table(_ head: [String], _ rows: [[String]]) -> String {
  let line = { (cells: [String]) in "| \(cells.joined(separator: " | ")) |" }
  let rule = "| \(head.map { _ in "---" }.joined(separator: " | ")) |"
  return ([line(head), rule] + rows.map(line)).joined(separator: "\n")
}

/// Text from a topology within a table: what Markdown would read as its own is shown as it stands.
func cell(_ text: String) -> String {
  ["\\", "|", "`", "*", "_", "<", "["].reduce(text) { $0.replacing($1, with: "\\" + $1) }
}

/// Things one after the other, the last after "and".
func inWords(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}
