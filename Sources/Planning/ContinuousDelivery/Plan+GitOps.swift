package import MeshModel
internal import MeshNames
package import Planning

extension Plan {
  /// The plan for those whose clusters a GitOps controller looks after: it is stopped before anything is taken down, or it
  /// would bring it back.
  ///
  /// Where Argo CD runs is not for the topology to say, so the README says it in words.
  package func handedOver(to gitOps: GitOps?) -> Plan {
    guard let gitOps, case .flux = gitOps.controller else { return self }
    let releases = Dictionary(grouping: steps.compactMap(\.release), by: \.cluster)
    let stops = clusters.map { Removal(stoppingFluxIn: $0, releases[$0.name] ?? [], gitOps) }
    var plan = self
    plan.removal = stops + removal
    return plan
  }
}

extension Removal {
  /// A release that is suspended is not uninstalled when Flux forgets it.
  fileprivate init(stoppingFluxIn cluster: PlannedCluster, _ releases: [ChartRelease], _ gitOps: GitOps) {
    let delete = Command.kubectl(
      in: cluster.context, "delete", "--ignore-not-found", "--filename", "gitops/flux/\(cluster.name)")
    let forget = releases.flatMap { release in
      [
        Command.kubectl(
          in: cluster.context, "--namespace", "\(gitOps.namespace)", "patch", "helmreleases.helm.toolkit.fluxcd.io",
          release.name, "--type=merge", #"--patch={"spec":{"suspend":true}}"#),
        Command.kubectl(
          in: cluster.context, "delete", "--ignore-not-found", "--filename",
          Flux.folder(of: release).joined(separator: "/")),
      ]
    }
    self.init(cluster.name, "Let Flux forget the mesh, and leave it as it is", [delete] + forget)
  }
}
