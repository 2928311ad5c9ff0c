internal import Diagnostics
package import MeshNames
internal import YAMLReading

/// The controller that brings the output from a Git repository to the clusters.
package struct GitOps: Sendable {
  package let controller: Controller
  package let repository: RepositoryURL
  /// Where in the repository the output directory is.
  package let path: RepositoryPath
  /// The branch or tag; `nil` for the controller's own choice.
  package let branch: BranchName?
  /// The namespace that the controller runs in.
  package let namespace: NamespaceName

  package enum Controller: Sendable {
    /// Argo CD, and the project that its Applications belong to.
    case argoCD(project: ObjectName)
    /// Flux in every cluster, and the Secret with which it reads the repository, if that is not public.
    case flux(secret: ObjectName?)
  }

  init?(reading fields: inout MappingReader) {
    let argoCD = fields.optional("argoCD") { GitOps(reading: &$0, usually: "argocd", Controller.argoCD) }
    let flux = fields.optional("flux") { GitOps(reading: &$0, usually: "flux-system", Controller.flux) }
    if let second = fields.mapping.entries.first(where: { $0.key.text == "flux" }), fields.has("argoCD") {
      fields.log.report(
        .notSupportedYet(
          "a second controller", at: second.key.range, help: "two would undo each other's work: choose one"))
    }
    guard let controller = argoCD ?? flux else {
      fields.require("argoCD", "or `flux`", or: ["flux"])
      return nil
    }
    self = controller
  }
}

extension GitOps {
  private init?(
    reading fields: inout MappingReader, usually standard: String, _ controller: (inout MappingReader) -> Controller?
  ) {
    let repository: Located<RepositoryURL>? = fields.required("repository", help: "where the output is committed")
    let path: Located<RepositoryPath>? = fields.optional("path")
    let branch: Located<BranchName>? = fields.optional("branch")
    let namespace: Located<NamespaceName>? = fields.optional("namespace")
    guard let controller = controller(&fields), let repository,
      let root = try? RepositoryPath(parsing: "."), let standard = try? NamespaceName(parsing: standard)
    else { return nil }
    self.controller = controller
    self.repository = repository.value
    self.path = path?.value ?? root
    self.branch = branch?.value
    self.namespace = namespace?.value ?? standard
  }
}

extension GitOps.Controller {
  fileprivate static func argoCD(_ fields: inout MappingReader) -> GitOps.Controller? {
    let project: Located<ObjectName>? = fields.optional("project")
    guard let standard = try? ObjectName(parsing: "default") else { return nil }
    return .argoCD(project: project?.value ?? standard)
  }

  fileprivate static func flux(_ fields: inout MappingReader) -> GitOps.Controller? {
    let secret: Located<ObjectName>? = fields.optional("secret")
    return .flux(secret: secret?.value)
  }
}
