internal import Manifests
internal import MeshNames
internal import YAMLWriting

extension CheckedMesh {
  /// Which namespaces are in the mesh; `default` is the only name that the operator takes.
  ///
  /// It does not stand beside the control plane: applied together, pods are not injected reliably (OSSM-1168).
  var memberRoll: Resource {
    Resource(
      "maistra.io/v1", "ServiceMeshMemberRoll", "default", in: namespace, labels: labels,
      ["spec": ["members": .strings(members.map(\.description))]])
  }
}
