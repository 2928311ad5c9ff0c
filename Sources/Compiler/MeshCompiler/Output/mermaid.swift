internal import MeshNames
internal import Planning

/// A picture of the mesh for GitHub and GitLab: the networks, the clusters in them, and what joins them.
func mermaid(of plan: Plan) -> String {
  guard plan.meshes.isEmpty else { return federationChart(of: plan) }
  let networks = plan.clusters.map(\.network).reduce(into: [NetworkName]()) { known, network in
    if known.last != network, !known.contains(network) { known.append(network) }
  }
  let boxes = networks.enumerated().map { box($1, number: $0, plan) }
  // A mesh with an external control plane is the one other cluster: nothing joins it to its host but configuration.
  let isExternal = plan.clusters.contains { $0.role == "external" }
  return "flowchart LR\n" + boxes.joined() + links(between: isExternal ? 0 : networks.count)
    + remoteLinks(plan, networks)
}

/// How many clusters of a network a picture can name before nobody can read it.
private let mostClusters = 12

private func box(_ network: NetworkName, number: Int, _ plan: Plan) -> String {
  let clusters = plan.clusters.filter { $0.network == network }
  let named = clusters.prefix(mostClusters).enumerated().map { position, cluster in
    "    c\(number)x\(position)[\"\(cluster.name)<br/>\(cluster.role)\"]\n"
  }
  let rest = clusters.count - named.count
  let others = rest > 0 ? "    c\(number)more[\"\(rest) more\"]\n" : ""
  return "  subgraph n\(number)[\"network \(network)\"]\n\(named.joined())\(others)  end\n"
}

/// A dotted line from each remote that the picture names to the primary that serves it.
private func remoteLinks(_ plan: Plan, _ networks: [NetworkName]) -> String {
  var nodes: [ClusterName: String] = [:]
  for (number, network) in networks.enumerated() {
    for (position, cluster) in plan.clusters.filter({ $0.network == network }).prefix(mostClusters).enumerated() {
      nodes[cluster.name] = "c\(number)x\(position)"
    }
  }
  return plan.clusters.compactMap { cluster in
    guard let primary = cluster.primary, let from = nodes[cluster.name], let to = nodes[primary] else { return nil }
    return "  \(from) -.->|control plane| \(to)\n"
  }.joined()
}

/// Every pair of networks has a line; beyond a few, they all have one to a common point.
private func links(between count: Int) -> String {
  let traffic = "mutual TLS, through the gateways"
  guard count > 4 else {
    return (0..<count).flatMap { first in
      (first + 1..<max(count, first + 1)).map { "  n\(first) <-->|\(traffic)| n\($0)\n" }
    }.joined()
  }
  return "  all((\"\(traffic)\"))\n" + (0..<count).map { "  n\($0) <--> all\n" }.joined()
}
