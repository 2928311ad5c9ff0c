internal import Certificates
internal import Manifests
internal import MeshNames
package import Planning
package import YAMLWriting

/// A mesh as one side of a comparison: what a topology compiles to, or what an output directory holds.
package struct MeshState: Sendable {
  /// What the user calls it: the topology's or the directory's path.
  package let name: String
  /// What the topology says; `nil` of a directory, where only the outcome is known.
  package let page: Page?
  package let clusters: [String]
  package let objects: [ClusterObject]
  /// The certificate plans, as documents, by their paths.
  package let certificates: [String: YAMLValue]
  /// The versions of charts, by cluster and release, as far as they are known.
  package let charts: [String: String]
  /// The order and the steps; `nil` of a directory.
  package let plan: Plan?

  package init(
    name: String, page: Page?, clusters: [String], objects: [ClusterObject], certificates: [String: YAMLValue],
    charts: [String: String], plan: Plan?
  ) {
    self.name = name
    self.page = page
    self.clusters = clusters
    self.objects = objects
    self.certificates = certificates
    self.charts = charts
    self.plan = plan
  }

  /// What a topology compiles to.
  package init(name: String, page: Page, plan: Plan) {
    self.init(
      name: name, page: page, clusters: plan.clusters.map(\.name.description),
      objects: plan.steps.flatMap { $0.objects(in: plan) },
      certificates: Dictionary(plan.certificates.map { ($0.folder.planPath, $0.document) }) { first, _ in first },
      charts: Dictionary(
        plan.steps.compactMap(\.release).map { ("\($0.cluster)/\($0.name)", $0.chart.version) }
      ) { first, _ in first },
      plan: plan)
  }
}

extension Step {
  /// The objects and files of values that the step brings.
  fileprivate func objects(in plan: Plan) -> [ClusterObject] {
    guard let cluster else { return [] }
    let applied = resources.compactMap {
      ClusterObject($0.document(partOf: plan.mesh), in: cluster.description, phase: phase.folder)
    }
    let values = release.map {
      ClusterObject(file: "\($0.name).values.yaml", $0.values, in: cluster.description, folder: "helm")
    }
    let files = files.compactMap { file -> ClusterObject? in
      guard case .yaml(let document) = file.content, let name = file.path.last else { return nil }
      return ClusterObject(
        file: name, document, in: cluster.description, folder: file.path.dropLast().joined(separator: "/"))
    }
    return applied + [values].compactMap { $0 } + files
  }
}
