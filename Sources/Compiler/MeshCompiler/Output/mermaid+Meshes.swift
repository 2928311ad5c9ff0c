internal import MarkdownWriting
internal import MeshNames
internal import Planning

/// How many lines between meshes a picture can have before nobody can read it.
private let mostLines = 30

/// A picture of several meshes: the clusters, the meshes in them, and a line between each two that are peers.
func federationChart(of plan: Plan) -> String {
  let node = { (mesh: MeshName) in Mermaid.node("m", "\(mesh)") }
  let meshes = Dictionary(grouping: plan.meshes, by: \.cluster)
  let boxes = plan.clusters.map { cluster in
    let own = (meshes[cluster.name] ?? []).map { mesh in
      "    \(node(mesh.name))[\(Mermaid.label("\(mesh.name), \(mesh.trustDomain)"))]\n"
    }
    return """
        subgraph \(Mermaid.node("c", "\(cluster.name)"))[\(Mermaid.label("cluster \(cluster.name)"))]
      \(own.joined())  end

      """
  }
  var known: Set<MeshName> = []
  let lines = plan.meshes.flatMap { mesh in
    known.insert(mesh.name)
    return mesh.peers.filter { !known.contains($0) }.map { "  \(node(mesh.name)) <--> \(node($0))\n" }
  }
  return "flowchart LR\n" + boxes.joined() + (lines.count > mostLines ? "" : lines.joined())
}
