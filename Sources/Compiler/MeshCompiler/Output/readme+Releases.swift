internal import MarkdownWriting
internal import MeshNames
internal import Planning

/// What Helm installs, each release once however many clusters have it.
func releaseSection(_ plan: Plan) -> String? {
  var known: Set<String> = []
  let releases = plan.steps.compactMap(\.release).filter { known.insert($0.name).inserted }
  guard let first = releases.first else { return nil }
  let rows = releases.map { release in
    [
      Markdown.code(release.name, inTable: true),
      "\(Markdown.code(release.chart.name, inTable: true)) \(Markdown.text(release.chart.version))",
      Markdown.text("\(release.namespace)"),
    ]
  }
  return """
    ## Chart releases

    Some steps install a chart: `clusters/NAME/helm/RELEASE.values.yaml` holds its values, and `clusters/NAME/plan.json` the command. \
    The charts are those of \(Markdown.code(first.chart.repository)). The first in \(Markdown.code("\(first.cluster)")), say:

    \(Markdown.code(first.installation.shellLine))

    \(Markdown.table(["release", "chart", "namespace"], rows))
    """
}
