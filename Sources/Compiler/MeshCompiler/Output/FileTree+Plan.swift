internal import CertificateReview
internal import CertificateTools
internal import Certificates
internal import ContinuousDelivery
internal import Digests
package import FileTrees
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension FileTree {
  /// The path of the file that lists all others, and is written last.
  package static let index = RelativePath("index.json")

  /// The output directory of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - gitOps: The controller that brings it to the clusters, if there is one.
  ///   - digest: That of the topology that the plan was compiled from.
  init(of plan: Plan, deliveredBy gitOps: GitOps?, compiledFrom digest: SHA256Digest) {
    self.init(mark: .plan(of: plan.topology), folders: ["certificates", "clusters", "gitops", "verify"])
    let notice = mark.text
    add(RelativePath("README.md"), "<!-- \(notice) -->\n" + readme(of: plan, deliveredBy: gitOps))
    add(RelativePath(".gitattributes"), "# \(notice)\n" + gitAttributes)
    for certificates in plan.certificates { add(certificates, notice: notice) }
    let steps = Dictionary(grouping: plan.steps, by: \.cluster)
    for cluster in plan.clusters { addCluster(cluster.name, steps[cluster.name] ?? [], plan.mesh, "# \(notice)\n") }
    for verification in plan.verifications {
      let folder = ["verify", verification.cluster.description]
      add(verification.resources, in: folder, plan.mesh, "# \(notice)\n")
      for file in verification.files { add(file, in: folder, "# \(notice)\n") }
    }
    for folder in gitOps.map({ deliveryFolders(of: plan, by: $0) }) ?? [] {
      add(folder.resources, in: folder.path, plan.mesh, "# \(notice)\n")
    }
    add(Self.index, indexDocument(of: plan, compiledFrom: digest, files: files).marked(notice).json)
  }

  private mutating func add(_ certificates: CertificatePlan, notice: String) {
    let folder = certificates.folder.path
    add(RelativePath(folder + ["plan.json"]), certificates.document.marked(notice).json)
    add(RelativePath(folder + ["PLAN.md"]), "<!-- \(notice) -->\n" + certificateReview(of: certificates))
    for file in toolFiles(for: certificates, notice: notice) { add(RelativePath(folder + file.path), file.text) }
  }

  private mutating func addCluster(_ name: ClusterName, _ steps: [Step], _ mesh: MeshID, _ head: String) {
    for release in steps.compactMap(\.release) { add(RelativePath(release.valuesPath), head + release.values.yaml) }
    let first = files.count
    for step in steps { add(step.resources, in: ["clusters", name.description, step.phase.folder], mesh, head) }
    let prefix = "clusters/\(name)/"
    let resources = files[first...].map { String($0.path.text.dropFirst(prefix.count)) }
    add(RelativePath("clusters", name.description, "kustomization.yaml"), head + kustomization(of: resources).yaml)
    for file in steps.flatMap(\.files) { add(file, in: ["clusters", name.description], head) }
  }

  /// Adds a file that no API server reads.
  private mutating func add(_ file: PlannedFile, in folder: [String], _ head: String) {
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
  private mutating func add(_ resources: [Resource], in folder: [String], _ mesh: MeshID, _ head: String) {
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
private func kustomization(of resources: [String]) -> YAMLValue {
  [
    "apiVersion": "kustomize.config.k8s.io/v1beta1",
    "kind": "Kustomization",
    "sortOptions": ["order": "fifo"],
    "resources": .strings(resources),
  ]
}

/// What reviewers need not read is folded away in a diff; the manifests are what they do read.
private let gitAttributes = """
  README.md linguist-generated
  index.json linguist-generated
  *.json text eol=lf
  *.yaml text eol=lf

  """
