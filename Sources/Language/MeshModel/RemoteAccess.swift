internal import Diagnostics
internal import MeshNames
internal import YAMLReading

/// How a control plane gets to read another cluster's API server.
package struct RemoteAccess: Sendable {
  package let credentials: Credentials
  /// Whether istiod reads kubeconfigs from files that are mounted, in place of Secrets that it looks for.
  package let isInFiles: Bool

  package enum Credentials: Sendable {
    /// A person runs `istioctl create-remote-secret` for each cluster.
    case manual
    /// A step puts the kubeconfig together from the reader's token, with kubectl alone.
    case tokenSecret
    /// The token passes through a store of secrets, and manifests say how.
    case externalSecrets(ExternalStore)
    /// istiod starts a program that fetches a credential.
    case exec(CredentialPlugin)
  }

  /// What a topology gets that says nothing.
  package static let standard = RemoteAccess(credentials: .manual, isInFiles: false)

  /// Whether a person hands the credentials over.
  package var isManual: Bool {
    if case .manual = credentials { true } else { false }
  }
}

extension RemoteAccess {
  /// The ways that are one word.
  private enum Delivery: String, Choice {
    case manual, tokenSecret, externalSecrets, kubeconfigFiles, exec
  }

  init?(reading fields: inout MappingReader) {
    let delivery: Located<Delivery>? = fields.optional("delivery")
    let store = fields.optional("externalSecrets") { ExternalStore(reading: &$0, prefix: "istio/remote") }
    let plugin = fields.optional("exec") { CredentialPlugin(reading: &$0) }
    if delivery?.value == .externalSecrets {
      fields.require("externalSecrets", "`externalSecrets: {store: {kind: …, name: …}}`")
    }
    if delivery?.value == .exec { fields.require("exec", "`exec: {command: aws, args: [eks, get-token, …]}`") }
    guard !fields.has("externalSecrets") || store != nil, !fields.has("exec") || plugin != nil else { return nil }
    isInFiles = delivery?.value == .kubeconfigFiles
    switch (delivery?.value, store, plugin) {
    case (.manual, nil, nil): credentials = .manual
    case (.tokenSecret, nil, nil), (.kubeconfigFiles, nil, nil): credentials = .tokenSecret
    case (.externalSecrets, let store?, nil), (.kubeconfigFiles, let store?, nil), (nil, let store?, nil):
      credentials = .externalSecrets(store)
    case (.exec, nil, let plugin?), (.kubeconfigFiles, nil, let plugin?), (nil, nil, let plugin?):
      credentials = .exec(plugin)
    case (nil, nil, nil): return nil
    default:
      fields.reportSeveralWays()
      return nil
    }
  }
}

extension MappingReader {
  /// Reports that more than one way is asked for; one that is only incomplete has a finding of its own.
  fileprivate mutating func reportSeveralWays() {
    let ways = ["externalSecrets", "exec"].filter(has)
    guard ways.count + (has("delivery") ? 1 : 0) > 1,
      let last = mapping.entries.last(where: { ways.contains($0.key.text) })
    else { return }
    log.report(.severalWays(at: last.key.range, first: firstPlace))
  }
}
