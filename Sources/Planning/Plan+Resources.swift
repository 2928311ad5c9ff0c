internal import Manifests
internal import MeshNames

extension Plan {
  /// The plan with its objects changed, those of the verification, too.
  ///
  /// - Parameter change: Gives the object that takes another's place in a cluster.
  /// - Returns: The plan, otherwise as it was.
  func changingResources(_ change: (ClusterName, Resource) -> Resource) -> Plan {
    Plan(
      topology: topology, mesh: mesh, summary: summary, clusters: clusters,
      steps: steps.map { $0.changingResources(change) }, bindings: bindings, certificates: certificates,
      verifications: verifications.map { verification in
        PlannedVerification(
          cluster: verification.cluster, resources: verification.resources.map { change(verification.cluster, $0) },
          checks: verification.checks, files: verification.files)
      },
      removal: removal, slots: slots, counterparts: counterparts, meshes: meshes)
  }

  /// The plan with its releases of charts changed.
  func changingReleases(_ change: (ChartRelease) -> ChartRelease) -> Plan {
    Plan(
      topology: topology, mesh: mesh, summary: summary, clusters: clusters,
      steps: steps.map { $0.changingRelease(change) }, bindings: bindings, certificates: certificates,
      verifications: verifications, removal: removal, slots: slots, counterparts: counterparts, meshes: meshes)
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
    return Step(
      id, in: cluster, phase, description, .install(change(release)), after: after, gates: gates, binds: binds,
      uses: uses, files: files)
  }

  fileprivate func changingResources(_ change: (ClusterName, Resource) -> Resource) -> Step {
    guard case .apply(let resources) = action, let cluster else { return self }
    return Step(
      id, in: cluster, phase, description, .apply(resources.map { change(cluster, $0) }), after: after, gates: gates,
      binds: binds, uses: uses, files: files)
  }
}
