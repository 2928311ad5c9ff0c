internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The remote secrets of a mesh as the External Secrets Operator makes them: each cluster pushes the token that it is
/// read with into the store, and its readers take it from there. No manifest holds a token.
extension ClusterScope {
  /// Pushes the token and the API server's CA certificate into the store.
  func tokenPush(to store: ExternalStore) -> Resource {
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
            pushed("token", to: store.path(of: cluster.name)),
            pushed("ca.crt", to: store.path(of: cluster.name)),
          ],
        ]
      ])
  }

  private func pushed(_ field: String, to key: String) -> YAMLValue {
    ["match": ["secretKey": .string(field), "remoteRef": ["remoteKey": .string(key), "property": .string(field)]]]
  }

  /// The remote secret of another cluster, put together from what that cluster has pushed.
  ///
  func remoteSecret(of other: ClusterScope, from store: ExternalStore) -> Resource {
    let key = store.path(of: other.cluster.name)
    return Resource(
      "external-secrets.io/v1", "ExternalSecret", other.remoteSecretName, in: system,
      [
        "spec": [
          "refreshInterval": "1h",
          "secretStoreRef": ["kind": .string(store.kind.rawValue), "name": "\(store.name)"],
          "target": [
            "name": .string(other.remoteSecretName),
            "template": [
              "metadata": .fields([
                "annotations": other.remoteSecretAnnotations.isEmpty ? nil : .sorted(other.remoteSecretAnnotations),
                "labels": .sorted(other.remoteSecretLabels),
              ]),
              "data": .mapping([.init(other.remoteSecretKey, .string(other.kubeconfigTemplate))]),
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
    kubeconfig(user: ["token": "{{ .token }}"], certificateAuthority: "{{ .ca | b64enc }}")
  }
}
