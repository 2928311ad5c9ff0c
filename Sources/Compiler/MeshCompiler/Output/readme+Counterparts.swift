internal import MarkdownWriting
internal import Planning

/// What stands for each part of the published set-up that the plan follows.
func counterpartSection(_ plan: Plan) -> String? {
  guard !plan.counterparts.isEmpty else { return nil }
  let rows = plan.counterparts.map {
    [Markdown.sentence($0.published, inTable: true), Markdown.sentence($0.inWords, inTable: true)]
  }
  return """
    ## What stands for what

    Each command and object of the published set-up, and what this plan has in its place: steps of the clusters' `plan.json`, and files.

    \(Markdown.table(["published", "here"], rows))
    """
}
