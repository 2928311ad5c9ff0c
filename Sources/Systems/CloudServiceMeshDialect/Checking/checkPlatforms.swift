internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The clusters are where this set-up is for, and where it has a future.
func checkPlatforms(_ topology: Topology, _ log: inout FindingLog) {
  var reported: Set<Cluster.Platform> = []
  for cluster in topology.clusters {
    let platform = cluster.platform?.value ?? .kubernetes
    if cluster.site == .googleCloud {
      log.report(.insideGoogleCloud(cluster))
    } else if platform != .openshift, cluster.site != .premises, reported.insert(platform).inserted {
      log.report(.endingPlatform(platform, of: cluster))
    }
  }
}
