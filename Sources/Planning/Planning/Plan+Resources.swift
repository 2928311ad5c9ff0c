internal import Manifests
internal import MeshNames

extension Plan {
  /// The plan with its objects changed, those of the verification, too.
  ///
  /// - Parameter change: Gives the object that takes another's place in a cluster.
  /// - Returns: The plan, otherwise as it was.
  func changingResources(_ change: (ClusterName, Resource) -> Resource) -> Plan {
    var plan = self
    plan.steps = steps.map { $0.changingResources(change) }
    for index in verifications.indices {
      let cluster = verifications[index].cluster
      plan.verifications[index].resources = verifications[index].resources.map { change(cluster, $0) }
    }
    return plan
  }

  /// The plan with its releases of charts changed.
  func changingReleases(_ change: (ChartRelease) -> ChartRelease) -> Plan {
    var plan = self
    plan.steps = steps.map { $0.changingRelease(change) }
    return plan
  }

  /// All objects, by the cluster that they are in.
  var resources: [(cluster: ClusterName, resource: Resource)] {
    steps.flatMap { step in step.cluster.map { cluster in step.resources.map { (cluster, $0) } } ?? [] }
      + verifications.flatMap { verification in verification.resources.map { (verification.cluster, $0) } }
  }
}

extension Step {
  fileprivate func changingRelease(_ change: (ChartRelease) -> ChartRelease) -> Step {
    guard let release else { return self }
    var step = self
    step.action = .install(change(release))
    return step
  }

  fileprivate func changingResources(_ change: (ClusterName, Resource) -> Resource) -> Step {
    guard case .apply(let resources) = action, let cluster else { return self }
    var step = self
    step.action = .apply(resources.map { change(cluster, $0) })
    return step
  }
}
