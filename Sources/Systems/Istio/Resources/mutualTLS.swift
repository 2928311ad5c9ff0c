internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
  /// What all workloads of the mesh take in.
  ///
  /// It stands in the control plane's namespace, and so holds everywhere; a remote's proxies are told by their primary,
  /// which reads its own cluster's configuration alone.
  var mutualTLS: Resource? {
    guard isPrimary, let mode = topology.mesh.mutualTLS else { return nil }
    return Resource(
      "security.istio.io/\(options.apiVersion)", "PeerAuthentication", "default", in: system,
      ["spec": ["mtls": ["mode": .string(mode.rawValue)]]])
  }
}
