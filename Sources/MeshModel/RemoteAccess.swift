internal import Diagnostics
package import MeshNames

/// How a control plane gets to read another cluster's API server.
package enum RemoteAccess: Sendable {
  /// A person runs `istioctl create-remote-secret` for each cluster.
  case manual
  /// A step puts the kubeconfig together from the reader's token, with kubectl alone.
  case tokenSecret
  /// The token passes through a store of secrets, and manifests say how.
  case externalSecrets(ExternalStore)

  /// A store of the External Secrets Operator, and where in it the tokens lie.
  package struct ExternalStore: Sendable {
    package let kind: StoreKind
    package let name: ObjectName
    /// What stands before the cluster's name in the store's keys.
    package let pathPrefix: String
  }

  package enum StoreKind: String, Choice {
    case clusterSecretStore = "ClusterSecretStore"
    case secretStore = "SecretStore"
  }
}

extension RemoteAccess {
  /// Whether a person hands the credentials over.
  package var isManual: Bool {
    if case .manual = self { true } else { false }
  }

  /// The ways that are one word.
  private enum Delivery: String, Choice {
    case manual, tokenSecret, externalSecrets, kubeconfigFiles, exec
  }

  init?(reading fields: inout MappingReader) {
    let delivery: Located<Delivery>? = fields.optional("delivery")
    let store = fields.optional("externalSecrets") { ExternalStore(reading: &$0) }
    fields.refuse("kubeconfigFiles", "exec")
    switch delivery?.value {
    case .manual: self = .manual
    case .tokenSecret: self = .tokenSecret
    case .kubeconfigFiles, .exec:
      delivery.map { fields.log.report(.deliveryNotSupportedYet($0.map(\.rawValue))) }
      return nil
    case .externalSecrets, nil:
      if delivery != nil { fields.require("externalSecrets", "`externalSecrets: {store: {kind: …, name: …}}`") }
      guard let store else { return nil }
      self = .externalSecrets(store)
    }
  }
}

extension RemoteAccess.ExternalStore {
  fileprivate init?(reading fields: inout MappingReader) {
    let prefix: Located<PlainText>? = fields.optional("pathPrefix")
    let store = fields.required("store", help: "`store: {kind: ClusterSecretStore, name: vault}`, say") { store in
      let kind: Located<RemoteAccess.StoreKind>? = store.required("kind")
      let name: Located<ObjectName>? = store.required("name")
      return kind.flatMap { kind in name.map { (kind: kind.value, name: $0.value) } }
    }
    guard let store = store ?? nil else { return nil }
    (kind, name) = (store.kind, store.name)
    pathPrefix = prefix?.value.description ?? "istio/remote"
  }
}

extension Finding {
  fileprivate static func deliveryNotSupportedYet(_ delivery: Located<String>) -> Finding {
    .notSupportedYet(
      "`delivery: \(delivery.value)`", at: delivery.range,
      help: "`manual`, `tokenSecret` and `externalSecrets` are supported")
  }
}
