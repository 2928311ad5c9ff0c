package import Manifests
package import MeshModel
internal import MeshNames
package import Planning

/// A folder of the output and the objects in it.
package struct DeliveryFolder {
  package let path: [String]
  package let resources: [Resource]
}

/// The objects by which a GitOps controller carries a plan out.
///
/// - Parameters:
///   - plan: The plan.
///   - gitOps: The controller, and where it finds the output.
/// - Returns: Folders of objects, below `gitops`.
package func deliveryFolders(of plan: Plan, by gitOps: GitOps) -> [DeliveryFolder] {
  switch gitOps.controller {
  case .argoCD(let project): ArgoCD(plan, gitOps, project: project.description).folders
  case .flux(let secret): Flux(plan, gitOps, secret: secret?.description).folders
  }
}

extension GitOps {
  /// The path of a folder or a file of the output in the repository.
  func path(to components: [String]) -> String { (path.components + components).joined(separator: "/") }
}
