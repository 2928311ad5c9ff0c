internal import MeshNames
internal import Planning

/// The meshes, where there are several.
func meshTable(_ plan: Plan) -> String? {
  guard !plan.meshes.isEmpty else { return nil }
  let rows = plan.meshes.map { mesh in
    "| \(mesh.name) | \(mesh.cluster) | \(mesh.namespace) | \(mesh.trustDomain) "
      + "| \(mesh.peers.map(\.description).joined(separator: ", ")) |"
  }
  return """
    ## Meshes

    | mesh | cluster | namespace | trust domain | peers |
    | --- | --- | --- | --- | --- |
    \(rows.joined(separator: "\n"))
    """
}
