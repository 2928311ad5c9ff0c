internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// What the dialect reads of a topology beyond what all dialects do.
package struct SailOptions: Sendable {
  /// The release of Istio.
  let version: Version
  /// Whether a proxy on each node serves its pods, in place of a sidecar in each pod.
  let isAmbient: Bool
  /// Whether an update starts a second control plane beside the first, in place of replacing it.
  let isRevisioned: Bool
  private let standard: Operator.Settings
  private let exceptions: [ClusterName: Operator.Settings]

  /// Reads the version and the operators; `nil` where the version is no version.
  init?(reading topology: Topology, into log: inout FindingLog) {
    standard = Operator.Settings(reading: topology.distribution?.operator, path: "distribution.operator", into: &log)
    var exceptions: [ClusterName: Operator.Settings] = [:]
    for (index, cluster) in topology.clusters.enumerated() {
      guard let name = cluster.name?.value, let entry = cluster.operator else { continue }
      exceptions[name] = Operator.Settings(reading: entry, path: "clusters[\(index)].operator", into: &log)
    }
    self.exceptions = exceptions
    isRevisioned = topology.controlPlane?.updateStrategy?.value == .revisionBased
    isAmbient = topology.controlPlane?.dataPlane?.value == .ambient
    guard let written = topology.distribution?.version else { return nil }
    do throws(Misfit) {
      version = try Version(parsing: written.value.description)
    } catch {
      log.report(.misfit(written.value.description, for: "distribution.version", error, at: written.range))
      return nil
    }
  }

  /// What the topology says of a cluster's operator.
  func settings(for name: ClusterName?) -> Operator.Settings { name.flatMap { exceptions[$0] } ?? standard }

  func `operator`(of cluster: CheckedCluster) -> Operator {
    Operator(settings(for: cluster.name), for: version, on: cluster.platform)
  }
}
