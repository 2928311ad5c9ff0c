internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames

/// What the dialect reads of a topology beyond what all dialects do.
package struct SailOptions: Sendable {
  let istio: IstioOptions
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
    let isRevisioned = topology.controlPlane?.updateStrategy?.value == .revisionBased
    guard
      let istio = IstioOptions(reading: topology, into: &log, revision: { Self.revision(of: $0, isRevisioned) })
    else { return nil }
    self.istio = istio
  }

  /// The name of the revision that runs a release of Istio.
  ///
  /// Updated in place, it is called as the control plane is; otherwise every release is a revision of its own (Sail
  /// operator, api/v1/istiorevision_types.go).
  private static func revision(of version: Version, _ isRevisioned: Bool) -> String {
    let name = SailInstallation.controlPlaneName
    return isRevisioned ? "\(name)-v\(version.major)-\(version.minor)-\(version.patch)" : name
  }

  /// What the topology says of a cluster's operator.
  func settings(for name: ClusterName?) -> Operator.Settings { name.flatMap { exceptions[$0] } ?? standard }

  func `operator`(of cluster: CheckedCluster) -> Operator {
    Operator(settings(for: cluster.name), for: istio.version, on: cluster.platform)
  }
}
