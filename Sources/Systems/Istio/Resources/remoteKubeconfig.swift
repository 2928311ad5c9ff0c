internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// What a control plane reads this cluster with: a kubeconfig, and the Secret that it stands in.
extension ClusterScope {
  /// The name of the Secret, in every cluster that reads this one.
  var remoteSecretName: String {
    topology.remoteAccess.isInFiles ? "istio-remote-kubeconfig-\(cluster.name)" : "istio-remote-secret-\(cluster.name)"
  }

  /// The key in the Secret: the cluster's ID, or the name of a file that istiod takes for a kubeconfig.
  var remoteSecretKey: String { topology.remoteAccess.isInFiles ? kubeconfigFile : cluster.name.description }

  /// A file whose name ends otherwise is passed over (istio/istio#58927).
  var kubeconfigFile: String { "\(cluster.name).yaml" }

  /// istiod finds a Secret by its label, and a file by its place.
  var remoteSecretLabels: [String: String] {
    topology.remoteAccess.isInFiles
      ? ["app.kubernetes.io/component": Self.kubeconfigComponent] : ["istio/multiCluster": "true"]
  }

  var remoteSecretAnnotations: [String: String] {
    topology.remoteAccess.isInFiles ? [:] : ["networking.istio.io/cluster": cluster.name.description]
  }

  /// What selects the Secrets in a cluster that reads others.
  var remoteSecretSelector: String {
    topology.remoteAccess.isInFiles
      ? "app.kubernetes.io/component=\(Self.kubeconfigComponent)" : "istio/multiCluster=true"
  }

  private static let kubeconfigComponent = "remote-kubeconfig"

  /// The Secret, with a kubeconfig in it.
  func remoteSecret(_ kubeconfig: String) -> Resource {
    Resource(
      "v1", "Secret", remoteSecretName, in: system, labels: remoteSecretLabels, annotations: remoteSecretAnnotations,
      ["stringData": .mapping([.init(remoteSecretKey, .string(kubeconfig))])])
  }

  /// A kubeconfig of the form that `istioctl create-remote-secret` writes.
  ///
  /// With files, istiod takes the name of the context's cluster for the cluster's ID.
  ///
  /// - Parameters:
  ///   - user: The credentials.
  ///   - certificateAuthority: The API server's CA certificate in Base64, or what stands for it; `nil` where a public CA
  ///     issued it.
  /// - Returns: A YAML document.
  func kubeconfig(user: YAMLValue, certificateAuthority: String?) -> String {
    let name = YAMLValue.string(cluster.name.description)
    let document: YAMLValue = [
      "apiVersion": "v1",
      "kind": "Config",
      "clusters": [
        [
          "name": name,
          "cluster": .fields([
            "certificate-authority-data": (cluster.apiServerAuthority ?? certificateAuthority).map { .string($0) },
            "server": "\(cluster.apiServer)",
            "tls-server-name": cluster.tlsServerName.map { .string($0) },
          ]),
        ]
      ],
      "contexts": [["name": name, "context": ["cluster": name, "user": name]]],
      "current-context": name,
      "users": [["name": name, "user": user]],
    ]
    return document.yaml
  }
}
