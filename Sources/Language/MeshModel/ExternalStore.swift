internal import Diagnostics
package import MeshNames

/// A store of the External Secrets Operator, and where in it something lies.
package struct ExternalStore: Sendable {
  package let kind: Kind
  package let name: ObjectName
  /// What stands before the cluster's name in the store's keys.
  package let pathPrefix: String

  package enum Kind: String, Choice {
    case clusterSecretStore = "ClusterSecretStore"
    case secretStore = "SecretStore"
  }

  /// Where what belongs to a cluster lies in the store.
  package func path(of cluster: ClusterName) -> String { "\(pathPrefix)/\(cluster)" }

  /// Reads `{store: {kind: ClusterSecretStore, name: vault}, pathPrefix: …}`.
  init?(reading fields: inout MappingReader, prefix standard: String) {
    let prefix: Located<PlainText>? = fields.optional("pathPrefix")
    let store = fields.required("store", help: "`store: {kind: ClusterSecretStore, name: vault}`, say") { store in
      let kind: Located<Kind>? = store.required("kind")
      let name: Located<ObjectName>? = store.required("name")
      return kind.flatMap { kind in name.map { (kind: kind.value, name: $0.value) } }
    }
    guard let store = store ?? nil else { return nil }
    (kind, name) = (store.kind, store.name)
    pathPrefix = prefix?.value.description ?? standard
  }
}
