internal import Diagnostics
internal import MeshNames

/// How a control plane gets to read another cluster's API server.
package enum RemoteAccess: Sendable {
  /// A person runs `istioctl create-remote-secret` for each cluster.
  case manual
  /// A step puts the kubeconfig together from the reader's token, with kubectl alone.
  case tokenSecret
  /// The token passes through a store of secrets, and manifests say how.
  case externalSecrets(ExternalStore)

  package typealias ExternalStore = MeshModel.ExternalStore
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
    let store = fields.optional("externalSecrets") { ExternalStore(reading: &$0, prefix: "istio/remote") }
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

extension Finding {
  fileprivate static func deliveryNotSupportedYet(_ delivery: Located<String>) -> Finding {
    .notSupportedYet(
      "`delivery: \(delivery.value)`", at: delivery.range,
      help: "`manual`, `tokenSecret` and `externalSecrets` are supported")
  }
}
