internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The remote secrets of a mesh as the External Secrets Operator makes them: each cluster pushes the token that it is
/// read with into the store, and its readers take it from there. No manifest holds a token.
extension ClusterScope {
  /// Pushes the token and the API server's CA certificate into the store.
  func tokenPush(to store: RemoteAccess.ExternalStore) -> Resource {
    Resource(
      "external-secrets.io/v1alpha1", "PushSecret", Self.readerToken, in: system,
      [
        "spec": [
          "refreshInterval": "1h",
          // Nothing of the token stays in the store when the mesh is taken down.
          "deletionPolicy": "Delete",
          "secretStoreRefs": [["kind": .string(store.kind.rawValue), "name": "\(store.name)"]],
          "selector": ["secret": ["name": .string(Self.readerToken)]],
          "data": [
            pushed("token", to: store.key(of: cluster.name)),
            pushed("ca.crt", to: store.key(of: cluster.name)),
          ],
        ]
      ])
  }

  private func pushed(_ field: String, to key: String) -> YAMLValue {
    ["match": ["secretKey": .string(field), "remoteRef": ["remoteKey": .string(key), "property": .string(field)]]]
  }

  /// The remote secret of another cluster, put together from what that cluster has pushed.
  ///
  /// istiod finds the Secret by its label, and takes the key for the cluster's ID.
  func remoteSecret(of other: ClusterScope, from store: RemoteAccess.ExternalStore) -> Resource {
    let name = "istio-remote-secret-\(other.cluster.name)"
    let key = store.key(of: other.cluster.name)
    return Resource(
      "external-secrets.io/v1", "ExternalSecret", name, in: system,
      [
        "spec": [
          "refreshInterval": "1h",
          "secretStoreRef": ["kind": .string(store.kind.rawValue), "name": "\(store.name)"],
          "target": [
            "name": .string(name),
            "template": [
              "metadata": [
                "annotations": ["networking.istio.io/cluster": "\(other.cluster.name)"],
                "labels": ["istio/multiCluster": "true"],
              ],
              "data": .mapping([.init(other.cluster.name.description, .string(other.kubeconfigTemplate))]),
            ],
          ],
          "data": [
            ["secretKey": "token", "remoteRef": ["key": .string(key), "property": "token"]],
            ["secretKey": "ca", "remoteRef": ["key": .string(key), "property": "ca.crt"]],
          ],
        ]
      ])
  }

  /// A kubeconfig for this cluster, with places that the operator's templates fill in.
  private var kubeconfigTemplate: String {
    kubeconfig(token: "{{ .token }}", certificateAuthority: "{{ .ca | b64enc }}")
  }

  /// A kubeconfig of the form that `istioctl create-remote-secret` writes.
  ///
  /// - Parameters:
  ///   - token: The bearer token, or what stands for it.
  ///   - certificateAuthority: The API server's CA certificate in Base64, or what stands for it.
  /// - Returns: A YAML document.
  func kubeconfig(token: String, certificateAuthority: String) -> String {
    let name = YAMLValue.string(cluster.name.description)
    let document: YAMLValue = [
      "apiVersion": "v1",
      "kind": "Config",
      "clusters": [
        [
          "name": name,
          "cluster": [
            "certificate-authority-data": .string(certificateAuthority), "server": "\(cluster.apiServer)",
          ],
        ]
      ],
      "contexts": [["name": name, "context": ["cluster": name, "user": name]]],
      "current-context": name,
      "users": [["name": name, "user": ["token": .string(token)]]],
    ]
    return document.yaml
  }
}

extension RemoteAccess.ExternalStore {
  /// Where a cluster's token lies in the store.
  fileprivate func key(of cluster: ClusterName) -> String { "\(pathPrefix)/\(cluster)" }
}
