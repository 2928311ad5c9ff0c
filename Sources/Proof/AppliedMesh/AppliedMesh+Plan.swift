internal import Certificates
internal import Manifests
internal import MeshNames
package import Planning
internal import YAMLWriting

extension AppliedMesh {
  /// What a plan makes, once all of its steps are done.
  ///
  /// - Parameter plan: The plan.
  package init(of plan: Plan) {
    var clusters = plan.clusters.map { AppliedCluster("\($0.name)", contexts: ["\($0.context)"]) }
    let indices = Dictionary(clusters.indices.map { (clusters[$0].name, $0) }) { first, _ in first }
    let lists = Dictionary(plan.steps.filter { $0.cluster == nil }.flatMap(\.files).compactMap(\.list)) { $1 }
    var secrets: [RemoteSecret] = []
    for step in plan.steps {
      if case .run(let commands) = step.action {
        secrets += commands.compactMap { RemoteSecret($0.words, of: "\(step.id)", reading: lists) }
      }
      guard let index = step.cluster.flatMap({ indices["\($0)"] }) else { continue }
      let folder = "clusters/\(clusters[index].name)/\(step.phase.folder)"
      clusters[index].objects += step.resources.map { AppliedObject($0, in: folder) }
      if let release = step.release { clusters[index].releases.append(InstalledChart(release)) }
    }
    for verification in plan.verifications {
      guard let index = indices["\(verification.cluster)"] else { continue }
      clusters[index].objects += verification.resources.map { AppliedObject($0, in: "verify/\(clusters[index].name)") }
    }
    self.init(clusters: clusters, trust: TrustState(of: plan), secrets: secrets)
  }
}

extension PlannedFile {
  /// A file of the whole mesh, as the lines that it has.
  fileprivate var list: (path: String, lines: Set<String>)? {
    guard case .text(let text) = content else { return nil }
    return ("clusters/" + path.joined(separator: "/"), Set(text.split(separator: "\n").map(String.init)))
  }
}

extension AppliedObject {
  fileprivate init(_ resource: Resource, in folder: String) {
    self.init(
      resource.apiVersion, resource.kind, resource.name, in: resource.namespace?.description, labels: resource.labels,
      annotations: resource.annotations, resource.content,
      from: "\(folder)/\(resource.kind.lowercased())-\(resource.name).yaml")
  }
}

extension InstalledChart {
  fileprivate init(_ release: ChartRelease) {
    self.init(
      release.name, of: release.chart.name, in: "\(release.namespace)", version: release.chart.version, release.values,
      from: release.valuesPath.joined(separator: "/"))
  }
}

extension TrustState {
  fileprivate init(of plan: Plan) {
    self.init()
    for certificates in plan.certificates {
      for delivery in certificates.deliveries {
        guard let root = delivery.chain.last else { continue }
        // Authorities of two hierarchies may be called alike.
        let name = { (authority: PlannedAuthority) in "\(certificates.mesh)/\(authority.id)" }
        self["\(delivery.cluster)", "\(delivery.namespace)"] = Roots(
          root: name(root), anchors: Set(delivery.anchors.map(name)),
          from: (certificates.folder.path + ["plan.json"]).joined(separator: "/"))
      }
    }
  }
}
