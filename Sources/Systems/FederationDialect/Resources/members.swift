internal import Manifests
internal import MeshNames
internal import YAMLWriting

extension CheckedMesh {
  /// Which namespaces are in the mesh; `default` is the only name that the operator takes.
  ///
  /// It does not stand beside the control plane: applied together, pods are not injected reliably (OSSM-1168).
  ///
  /// - Parameter others: Namespaces that are no application's.
  /// - Returns: The object.
  func memberRoll(with others: [NamespaceName]) -> Resource {
    Resource(
      "maistra.io/v1", "ServiceMeshMemberRoll", "default", in: namespace, labels: labels,
      ["spec": ["members": .strings((members + others).map(\.description))]])
  }
}
