internal import MarkdownWriting
internal import MeshNames
internal import Planning

/// The meshes, where there are several; whose peer each is, the picture shows, and its cluster's `plan.json` says.
func meshSection(_ plan: Plan) -> String? {
  guard !plan.meshes.isEmpty else { return nil }
  let entries = plan.meshes.map { mesh in
    "- \(Markdown.text("\(mesh.name)"))\n  in \(Markdown.code("\(mesh.cluster)")), namespace "
      + "\(Markdown.code("\(mesh.namespace)")), trust domain \(Markdown.code("\(mesh.trustDomain)"))"
  }
  return "## Meshes\n\n" + entries.joined(separator: "\n\n")
}
