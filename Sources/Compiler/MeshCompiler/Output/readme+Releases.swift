internal import MeshNames
internal import Planning

/// What Helm installs, each release once however many clusters have it.
func releaseSection(_ plan: Plan) -> String? {
  var known: Set<String> = []
  let releases = plan.steps.compactMap(\.release).filter { known.insert($0.name).inserted }
  guard let first = releases.first else { return nil }
  let rows = releases.map { "| `\($0.name)` | `\($0.chart.name)` \($0.chart.version) | \($0.namespace) |" }
  return """
    ## Chart releases

    Some steps install a chart: `clusters/NAME/helm/RELEASE.values.yaml` holds its values, and `index.json` the command. \
    The charts are those of <\(first.chart.repository)>. The first in `\(first.cluster)`, say:

    `\(first.installation.shellLine)`

    | release | chart | namespace |
    | --- | --- | --- |
    \(rows.joined(separator: "\n"))
    """
}
