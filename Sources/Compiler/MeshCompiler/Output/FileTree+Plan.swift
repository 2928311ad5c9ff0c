internal import CertificateReview
internal import CertificateTools
internal import Certificates
internal import ContinuousDelivery
package import FileTrees
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension FileTree {
  /// The path of the file that tells where all others are, and is written last.
  package static let index = RelativePath("index.json")

  /// The output directory of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - gitOps: The controller that brings it to the clusters, if there is one.
  init(of plan: Plan, deliveredBy gitOps: GitOps?) {
    self.init(mark: .plan(of: plan.topology), folders: ["certificates", "clusters", "gitops", "verify"])
    let parts = PlanParts(of: plan)
    add(RelativePath("README.md"), "<!-- \(mark.text) -->\n" + readme(of: plan, deliveredBy: gitOps))
    add(RelativePath(".gitattributes"), head + gitAttributes)
    for certificates in plan.certificates { add(certificates) }
    for file in parts.steps[nil]?.flatMap(\.files) ?? [] { add(file, in: ["clusters"]) }
    for cluster in plan.clusters { add(cluster, parts) }
    for verification in plan.verifications {
      let folder = ["verify", verification.cluster.description]
      add(verification.resources, in: folder, plan.mesh)
      for file in verification.files { add(file, in: folder) }
    }
    for folder in gitOps.map({ deliveryFolders(of: plan, by: $0) }) ?? [] {
      add(folder.resources, in: folder.path, plan.mesh)
    }
    add(Self.index, indexDocument(of: parts).marked(mark.text).json)
  }

  /// The first line of a file in which `#` begins a comment.
  private var head: String { "# \(mark.text)\n" }

  private mutating func add(_ certificates: CertificatePlan) {
    let folder = certificates.folder.path
    add(RelativePath(folder + ["plan.json"]), certificates.document.marked(mark.text).json)
    add(RelativePath(folder + ["PLAN.md"]), "<!-- \(mark.text) -->\n" + certificateReview(of: certificates))
    for file in toolFiles(for: certificates, notice: mark.text) { add(RelativePath(folder + file.path), file.text) }
  }

  private mutating func add(_ cluster: PlannedCluster, _ parts: PlanParts) {
    let (steps, folder) = (parts.steps[cluster.name] ?? [], ["clusters", cluster.name.description])
    for release in steps.compactMap(\.release) { add(RelativePath(release.valuesPath), head + release.values.yaml) }
    let first = files.count
    for step in steps { add(step.resources, in: folder + [step.phase.folder], parts.plan.mesh) }
    let prefix = "clusters/\(cluster.name)/"
    let resources = files[first...].map { String($0.path.text.dropFirst(prefix.count)) }
    add(RelativePath(folder + ["kustomization.yaml"]), head + kustomization(of: resources))
    for file in steps.flatMap(\.files) { add(file, in: folder) }
    add(RelativePath(planOf: cluster.name), clusterDocument(of: cluster, parts).marked(mark.text).json)
  }

  /// Adds a file that no API server reads.
  private mutating func add(_ file: PlannedFile, in folder: [String]) {
    let path = RelativePath(folder + file.path)
    switch file.content {
    case .yaml(let value): add(path, head + value.yaml)
    case .json(let value): add(path, value.marked(mark.text).json)
    case .text(let text): add(path, head + text)
    case .verbatim(let text): add(path, text)
    }
  }

  /// Adds objects to a folder, each in a file named after it; its namespace joins the name only where two would collide.
  ///
  /// kubectl takes the files of a folder in the order of their names, so a namespace that others of the folder are in is
  /// the first of them.
  private mutating func add(_ resources: [Resource], in folder: [String], _ mesh: MeshID) {
    let names = Dictionary(grouping: resources, by: \.fileName)
    let used = Set(resources.compactMap(\.namespace).map(\.description))
    for resource in resources {
      let isFirst = resource.kind == "Namespace" && used.contains(resource.name)
      let isUnique = names[resource.fileName]?.count == 1
      let name = isUnique ? resource.fileName : resource.fileNameWithNamespace
      add(RelativePath(folder + ["\(isFirst ? "00-" : "")\(name).yaml"]), head + resource.document(partOf: mesh).yaml)
    }
  }
}

extension Resource {
  fileprivate var fileName: String { "\(kind.lowercased())-\(name)" }

  fileprivate var fileNameWithNamespace: String {
    "\(kind.lowercased())-\(namespace.map { "\($0)-" } ?? "")\(name)"
  }
}

/// Lists a cluster's objects for kustomize, which would sort them by kind if it were not told to keep their order.
///
/// Every phase has a line, also one that has no objects: two branches that add to different phases would otherwise add
/// at the same place.
private func kustomization(of resources: [String]) -> String {
  let head: YAMLValue = [
    "apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization", "sortOptions": ["order": "fifo"],
  ]
  let phases = Phase.allCases.map { phase in
    let own = resources.filter { $0.hasPrefix("\(phase.folder)/") }
    return "# \(phase.folder)\n" + (own.isEmpty ? "" : YAMLValue.strings(own).yaml)
  }
  return head.yaml + (resources.isEmpty ? "resources: []\n" : "resources:\n" + phases.joined())
}

/// What Git needs to know.
///
/// Line ends are the same everywhere. Pages for people need no hand where both sides of a merge have added to them, since
/// a build writes them anew. What reviewers need not read is folded away in a diff.
private let gitAttributes = """
  * text eol=lf
  README.md linguist-generated merge=union
  PLAN.md merge=union
  index.json linguist-generated
  clusters/*/plan.json linguist-generated

  """
