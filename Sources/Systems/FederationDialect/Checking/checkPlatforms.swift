internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

/// Every cluster is one that OpenShift Service Mesh 2 runs on.
func checkPlatforms(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    if let platform = cluster.platform, platform.value != .openshift {
      log.report(.notOpenShift(platform, of: cluster))
    }
    for range in cluster.pods + cluster.services where range.value.address.family == .v6 {
      log.report(.sixthVersion(range.value.description, at: range.range))
    }
  }
  for host in topology.meshes.flatMap(\.ingressHosts) {
    guard case .address(let address) = host.value, address.family == .v6 else { continue }
    log.report(.sixthVersion(address.description, at: host.range))
  }
}

/// Reads the release of the distribution; what is none that federates is reported.
func readRelease(_ topology: Topology, _ log: inout FindingLog) -> MaistraRelease? {
  guard let written = topology.distribution?.version else { return nil }
  do throws(Misfit) {
    let release = try MaistraRelease(parsing: written.value.description)
    if case .newer(let nearest) = MaistraSeries.standing(minor: release.minor) {
      log.report(
        .unknownRelease(
          "OpenShift Service Mesh \(release)", nearest: "OpenShift Service Mesh \(nearest)", at: written.range))
    }
    return release
  } catch {
    log.report(.unsupportedMaistra(written, error))
    return nil
  }
}

extension FederatedMesh {
  /// Every address that is given for its gateways.
  var ingressHosts: [Located<Host>] { (ingress?.addresses ?? []) + (ingress?.gateways.flatMap(\.addresses) ?? []) }
}
