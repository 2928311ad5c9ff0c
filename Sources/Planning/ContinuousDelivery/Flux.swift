internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// Flux in every cluster: a Kustomization for each step of the cluster, in the order in which they need each other.
///
/// Flux waits for what is in its own cluster. Where a step needs another cluster's, it is tried again until that is there.
struct Flux {
  let plan: Plan
  let gitOps: GitOps
  let secret: String?

  init(_ plan: Plan, _ gitOps: GitOps, secret: String?) {
    self.plan = plan
    self.gitOps = gitOps
    self.secret = secret
  }

  var folders: [DeliveryFolder] {
    let units = Dictionary(grouping: Rollout(plan).units, by: \.cluster)
    return plan.clusters.flatMap { cluster in folders(of: cluster.name, units[cluster.name] ?? []) }
  }

  private func folders(of cluster: ClusterName, _ units: [Rollout.Unit]) -> [DeliveryFolder] {
    let releases = units.compactMap(\.step.release)
    let own = DeliveryFolder(
      path: ["gitops", "flux", cluster.description],
      resources: [gitRepository] + chartRepositories(of: releases) + kustomizations(of: units))
    return [own] + releases.map { DeliveryFolder(path: Self.folder(of: $0), resources: [helmRelease($0)]) }
  }

  /// Releases are applied by Kustomizations, so that both can wait for each other; each has a folder for that.
  ///
  /// They lie beside the Kustomizations and not below: whoever lets Flux read those reads all that is below them.
  static func folder(of release: ChartRelease) -> [String] {
    ["gitops", "flux-releases", release.cluster.description, release.name]
  }

  /// One cluster is part of one mesh, so its objects are called after that, and have room in the labels that Flux makes of
  /// their names.
  static let name = "mesh"

  private var gitRepository: Resource {
    Resource(
      "source.toolkit.fluxcd.io/v1", "GitRepository", Self.name, in: gitOps.namespace,
      [
        "spec": .fields([
          "interval": "5m",
          "url": "\(gitOps.repository)",
          "ref": ["branch": .string(gitOps.branch?.description ?? "main")],
          "secretRef": secret.map { ["name": .string($0)] },
        ])
      ])
  }

  private func chartRepositories(of releases: [ChartRelease]) -> [Resource] {
    guard let chart = releases.first?.chart else { return [] }
    return [
      Resource(
        "source.toolkit.fluxcd.io/v1", "HelmRepository", Self.name, in: gitOps.namespace,
        [
          "spec": .fields([
            "type": chart.isInRegistry ? "oci" : nil, "interval": "24h", "url": .string(chart.repository),
          ])
        ])
    ]
  }
}
