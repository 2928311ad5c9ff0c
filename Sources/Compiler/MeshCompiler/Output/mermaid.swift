internal import MarkdownWriting
internal import MeshNames
internal import Planning

/// How many clusters a picture can name before nobody can read it, and how many networks.
private let (mostClusters, mostNetworks) = (60, 120)

/// A picture of the mesh for GitHub and GitLab: the clusters, their networks, and what joins these.
///
/// Each cluster has lines of its own, in the order of the topology, and is called by its name: what changes in one
/// changes nothing about the others. `nil` where nobody could read it.
func mermaid(of plan: Plan) -> String? {
  guard plan.meshes.isEmpty else { return federationChart(of: plan) }
  let networks = plan.clusters.map(\.network).reduce(into: (known: Set<NetworkName>(), all: [NetworkName]())) {
    if $0.known.insert($1).inserted { $0.all.append($1) }
  }.all
  guard networks.count <= mostNetworks else { return nil }
  // A mesh with an external control plane is the one other cluster: nothing joins it to its host but configuration.
  let isExternal = plan.clusters.contains { $0.role == "external" }
  let isJoined = networks.count > 1 && !isExternal
  let clusters = plan.clusters.count <= mostClusters ? plan.clusters.map(lines).joined() : ""
  return "flowchart LR\n" + (isJoined ? "  gateways((\"mutual TLS, through the gateways\"))\n" : "")
    + networks.map { line(of: $0, isJoined: isJoined) }.joined() + clusters
}

private func line(of network: NetworkName, isJoined: Bool) -> String {
  "  \(node(network))([\(Mermaid.label("network \(network)"))])\(isJoined ? " <--> gateways" : "")\n"
}

/// A cluster, where it is and what it is to the mesh, with a dotted line to the primary that serves it.
private func lines(of cluster: PlannedCluster) -> String {
  let name = node(cluster.name)
  let primary = cluster.primary.map { "  \(name) -.->|control plane| \(node($0))\n" } ?? ""
  return """
      \(name)[\(Mermaid.label("\(cluster.name)"))]
      \(name) ---|\(cluster.role)| \(node(cluster.network))
    \(primary)

    """
}

private func node(_ cluster: ClusterName) -> String { Mermaid.node("c", "\(cluster)") }

private func node(_ network: NetworkName) -> String { Mermaid.node("n", "\(network)") }
