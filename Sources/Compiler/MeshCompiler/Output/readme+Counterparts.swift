internal import Planning

/// What stands for each part of the published set-up that the plan follows.
func counterpartSection(_ plan: Plan) -> String? {
  guard !plan.counterparts.isEmpty else { return nil }
  let rows = plan.counterparts.map { "| \(cell($0.published)) | \(cell($0.inWords)) |" }
  return """
    ## What stands for what

    Each command and object of the published set-up, and what this plan has in its place: steps of `index.json`, and files.

    | published | here |
    | --- | --- |
    \(rows.joined(separator: "\n"))
    """
}

/// A text as a cell of a table (GitHub Flavored Markdown, section 4.10).
private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
