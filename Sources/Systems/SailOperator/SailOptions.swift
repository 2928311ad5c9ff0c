package import Diagnostics
package import Istio
package import MeshModel
package import MeshNames

/// What the dialect reads of a topology beyond what all dialects do.
package struct SailOptions: Sendable {
  package let istio: IstioOptions
  /// The name of the control planes' `Istio` objects.
  package let controlPlaneName: String
  /// Whether an update starts a control plane beside the one that there is.
  package let isRevisionBased: Bool
  private let standard: Operator.Settings
  private let exceptions: [ClusterName: Operator.Settings]

  /// Reads the version and the operators; `nil` where the version is no version.
  ///
  /// - Parameters:
  ///   - topology: The topology.
  ///   - log: Takes what is wrong.
  ///   - strategy: How control planes are updated where the topology does not say it.
  package init?(
    reading topology: Topology, into log: inout FindingLog,
    standard strategy: ControlPlane.UpdateStrategy = .inPlace
  ) {
    standard = Operator.Settings(reading: topology.distribution?.operator, path: "distribution.operator", into: &log)
    var exceptions: [ClusterName: Operator.Settings] = [:]
    for (index, cluster) in topology.clusters.enumerated() {
      guard let name = cluster.name?.value, let entry = cluster.operator else { continue }
      exceptions[name] = Operator.Settings(reading: entry, path: "clusters[\(index)].operator", into: &log)
    }
    self.exceptions = exceptions
    let isRevisionBased = (topology.controlPlane?.updateStrategy?.value ?? strategy) == .revisionBased
    // Updated in place, a revision is called as the control plane is; otherwise every release has one of its own, and is
    // a part of its name (Sail operator, api/v1/istiorevision_types.go).
    let name = topology.controlPlane?.revision?.value.description ?? IstioOptions.standardRevision
    let revision = { (build: IstioBuild) in isRevisionBased ? "\(name)-v\(build.asRevision)" : name }
    guard let istio = IstioOptions(reading: topology, into: &log, revision: revision) else { return nil }
    (self.istio, self.isRevisionBased, controlPlaneName) = (istio, isRevisionBased, name)
  }

  /// How long a control plane's name may be.
  var longestName: Int {
    IstioOptions.longestRevision - (isRevisionBased ? "-v\(istio.build.asRevision)".count : 0)
  }

  /// What the topology says of a cluster's operator.
  package func settings(for name: ClusterName?) -> Operator.Settings { name.flatMap { exceptions[$0] } ?? standard }

  package func `operator`(of cluster: CheckedCluster) -> Operator {
    Operator(settings(for: cluster.name), for: istio.version, on: cluster.platform)
  }
}
