package import Diagnostics
package import MeshNames
internal import YAMLReading

/// How requests to a service are shared among its subsets.
package struct Route: Sendable {
  package let service: Located<ServiceName>
  package let namespace: Located<NamespaceName>
  /// The clusters whose clients are routed so.
  package let clusters: [Located<ClusterName>]
  /// The first rule that matches a request decides.
  package let rules: [Rule]

  package struct Rule: Sendable {
    /// What all must match; a rule without matches takes every request.
    package let headers: [(name: Located<HeaderName>, match: HeaderMatch)]
    package let destinations: [Destination]
  }

  /// How a header's value is compared.
  package struct HeaderMatch: Sendable {
    package let kind: Kind
    package let value: String

    package enum Kind: String, CaseIterable, Sendable {
      case exact, prefix, regex
    }
  }

  package struct Destination: Sendable {
    package let subset: Located<SubsetName>
    /// The share of the requests; all of them where it is the only destination.
    package let weight: Located<Weight>?
  }
}

extension Route {
  init?(reading fields: inout MappingReader) {
    let service: Located<ServiceName>? = fields.required("service")
    let namespace: Located<NamespaceName>? = fields.required("namespace")
    fields.require("in", "the clusters whose clients are routed so")
    clusters = fields.list("in")
    rules = fields.requiredList("rules") { Rule(reading: &$0) }
    guard let service, let namespace else { return nil }
    (self.service, self.namespace) = (service, namespace)
  }
}

extension Route.Rule {
  fileprivate init(reading fields: inout MappingReader) {
    headers = fields.optional("match") { match in match.headers() } ?? []
    destinations = fields.requiredList("to", help: "`to: [{subset: v1}]`, say") { Route.Destination(reading: &$0) }
  }
}

extension Route.Destination {
  fileprivate init?(reading fields: inout MappingReader) {
    let subset: Located<SubsetName>? = fields.required("subset")
    weight = fields.optional("weight")
    guard let subset else { return nil }
    self.subset = subset
  }
}

extension MappingReader {
  /// Reads `headers: {end-user: {exact: jason}}`.
  fileprivate mutating func headers() -> [(name: Located<HeaderName>, match: Route.HeaderMatch)] {
    require("headers", "`headers: {end-user: {exact: jason}}`, say")
    return optional("headers") { fields in
      fields.mapping.entries.compactMap { entry in
        _ = fields.entry(entry.key.text)
        let path = fields.path(to: entry.key.text)
        guard let name: Located<HeaderName> = fields.value(.scalar(entry.key), path) else { return nil }
        return fields.mapping(entry.value, path) { Route.HeaderMatch(reading: &$0) }.map { (name: name, match: $0) }
      }
    } ?? []
  }
}

extension Route.HeaderMatch {
  fileprivate init?(reading fields: inout MappingReader) {
    let kinds = Kind.allCases.compactMap { kind in
      let value: Located<PlainText>? = fields.optional(kind.rawValue)
      return value.map { Self(kind: kind, value: $0.value.description) }
    }
    fields.require("exact", "`exact`, `prefix` or `regex`, and the value", or: ["prefix", "regex"])
    guard let first = kinds.first else { return nil }
    self = first
  }
}
