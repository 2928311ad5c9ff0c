package import Diagnostics
package import MeshNames

/// How the pods of a cluster come by their proxies.
package struct Injection: Sendable {
  /// Whether a webhook adds them; otherwise `istioctl kube-inject` does.
  package let automatic: Located<Bool>?
  /// The namespaces whose pods get them.
  package let namespaces: [Located<NamespaceName>]

  init(reading fields: inout MappingReader) {
    automatic = fields.switch("automatic")
    namespaces = fields.list("namespaces")
  }
}
