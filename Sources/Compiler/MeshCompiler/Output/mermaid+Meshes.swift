internal import MeshNames
internal import Planning

/// How many lines between meshes a picture can have before nobody can read it.
private let mostLines = 30

/// A picture of several meshes: the clusters, the meshes in them, and a line between each two that are peers.
func federationChart(of plan: Plan) -> String {
  let numbers = Dictionary(plan.meshes.enumerated().map { ($1.name, $0) }) { first, _ in first }
  let boxes = plan.clusters.enumerated().map { position, cluster in
    let meshes = plan.meshes.enumerated().filter { $1.cluster == cluster.name }.map { number, mesh in
      "    m\(number)[\"\(mesh.name)<br/>\(mesh.trustDomain)\"]\n"
    }
    return "  subgraph c\(position)[\"cluster \(cluster.name)\"]\n\(meshes.joined())  end\n"
  }
  let lines = plan.meshes.enumerated().flatMap { number, mesh in
    mesh.peers.compactMap { numbers[$0] }.filter { $0 > number }.map { "  m\(number) <--> m\($0)\n" }
  }
  let links = lines.count > mostLines ? "  all((\"\(lines.count) pairs of peers\"))\n" : lines.joined()
  return "flowchart LR\n" + boxes.joined() + links
}
