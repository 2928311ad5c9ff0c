internal import Diagnostics
internal import MeshNames

/// An internal load balancer of Google Cloud serves its own region, unless it says otherwise.
///
/// Those of AWS and Azure are reached from other regions wherever networks are peered, and so nothing is said of them.
func checkRegions(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let service = cluster.gateway?.service, cluster.platform?.value == .gke,
      let region = cluster.locality?.region,
      (service.type?.value ?? .loadBalancer) == .loadBalancer,
      let kind = service.annotations.first(where: { isInternal($0.key.value, $0.value.value) }),
      !service.annotations.contains(where: { isGlobal($0.key.value, $0.value.value) })
    else { continue }
    let others = topology.clusters.filter { other in
      other.isInGoogleCloud && other.name?.value != cluster.name?.value && topology.dials(other, cluster)
    }
    let other = others.first { $0.locality.map { $0.region.value.description != region.value.description } ?? false }
    if let other { log.report(.regionalGateway(of: cluster, from: other, at: kind.value.range, region: region)) }
  }
}

extension Topology {
  /// Whether the pods of a cluster, or its API server, reach another cluster's gateway.
  fileprivate func dials(_ viewer: Cluster, _ cluster: Cluster) -> Bool {
    if isFederated || controlPlane?.mode?.value == .replicated { return true }
    return network(of: viewer) != network(of: cluster) || primary(of: viewer) == cluster.name?.value
      || role(of: cluster) == .external
  }
}

private func isInternal(_ key: AnnotationKey, _ value: PlainText) -> Bool {
  ["networking.gke.io/load-balancer-type", "cloud.google.com/load-balancer-type"].contains(key.description)
    && value.description.lowercased() == "internal"
}

private func isGlobal(_ key: AnnotationKey, _ value: PlainText) -> Bool {
  key.description == "networking.gke.io/internal-load-balancer-allow-global-access" && value.description == "true"
}

extension Cluster {
  /// Whether its nodes are known to be in a region of Google's: `europe-west4`.
  ///
  /// Whoever comes from elsewhere comes by a tunnel, which may end in any region.
  fileprivate var isInGoogleCloud: Bool {
    if let platform { return platform.value == .gke }
    guard let region = locality?.region.value.description else { return false }
    return region.split(separator: "-").count == 2 && region.last?.isNumber == true
  }
}
