package import Diagnostics
package import MeshNames

/// What a mesh takes of a peer's services.
package struct ServiceImport: Sendable {
  package let into: Located<MeshName>
  package let from: Located<MeshName>
  /// In order: the first one that a service matches counts.
  package let rules: [Rule]
  /// Where the peer is, for traffic that prefers what is near.
  package let locality: Locality?
  /// The domain of names, in place of `svc.PEER-imports.local`.
  package let domainSuffix: Located<DomainName>?

  /// Services by the names that the peer exports them under.
  package struct Rule: Sendable {
    package let namespace: Located<Pattern<NamespaceName>>
    package let name: Located<Pattern<ServiceName>>
    package let alias: ServiceAlias?
    /// Whether they are found under the names that services of one's own have.
    package let isLocal: Located<Bool>?
    package let domainSuffix: Located<DomainName>?
    /// How they are found while meshes leave their federation.
    package let discovery: Located<Discovery>?
    let modeKeys: [Located<ModeKey>]
  }

  package enum Discovery: String, Choice {
    /// The peer tells of them.
    case federation
    /// They are written down, and reached by the peer's east-west gateway.
    case manual
  }

  init?(reading fields: inout MappingReader) {
    let into: Located<MeshName>? = fields.required("into")
    let from: Located<MeshName>? = fields.required("from")
    rules = fields.requiredList("services", help: "`services: [{name: ratings, namespace: shop}]`, say") {
      Rule(reading: &$0)
    }
    locality = fields.optional("locality") { Locality(reading: &$0) }
    domainSuffix = fields.optional("domainSuffix")
    guard let into, let from else { return nil }
    (self.into, self.from) = (into, from)
  }
}

extension ServiceImport.Rule {
  fileprivate init?(reading fields: inout MappingReader) {
    let namespace: Located<Pattern<NamespaceName>>? = fields.required("namespace")
    let name: Located<Pattern<ServiceName>>? = fields.required("name", help: "`*` stands for all services")
    alias = fields.optional("as") { ServiceAlias(reading: &$0) }
    isLocal = fields.switch("asLocal")
    domainSuffix = fields.optional("domainSuffix")
    discovery = fields.optional("discovery")
    modeKeys = fields.modeKeys(.discovery)
    guard let namespace, let name else { return nil }
    (self.namespace, self.name) = (namespace, name)
  }
}
