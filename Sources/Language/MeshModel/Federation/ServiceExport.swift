package import Diagnostics
package import MeshNames
internal import YAMLReading

/// What a mesh lets its peers have of its services.
package struct ServiceExport: Sendable {
  package let from: Located<MeshName>
  /// The peers; all of them where the list is empty.
  package let to: [Located<MeshName>]
  /// In order: the first one that a service matches counts.
  package let rules: [Rule]

  /// Services by their name, or by their labels.
  package struct Rule: Sendable {
    package let namespace: Located<Pattern<NamespaceName>>
    package let name: Located<Pattern<ServiceName>>?
    package let labels: [(key: Located<AnnotationKey>, value: Located<LabelValue>)]
    /// The place of the key `labels`, with labels or without.
    package let labelsPlace: SourceRange?
    /// What peers know them as.
    package let alias: ServiceAlias?
    /// The ports, where the topology says them.
    package let ports: [Port]
    /// What runs behind it, where the topology says so.
    package let workload: Workload?
    package let place: SourceRange
    let modeKeys: [Located<ModeKey>]
  }

  /// One port of the Service.
  package struct Port: Sendable {
    package let name: Located<PortName>
    package let number: Located<PortNumber>
    /// The port of the pods, where it is another one.
    package let target: Located<PortNumber>?
    package let `protocol`: Located<ServiceProtocol>
    let modeKeys: [Located<ModeKey>]
  }

  /// The pods behind a service.
  package struct Workload: Sendable {
    /// What the Service selects them by.
    package let labels: [(key: Located<AnnotationKey>, value: Located<LabelValue>)]
    /// Whom they show themselves as.
    package let serviceAccount: Located<ObjectName>?
  }

  init?(reading fields: inout MappingReader) {
    let from: Located<MeshName>? = fields.required("from")
    to = fields.list("to")
    rules = fields.requiredList("services", help: "`services: [{name: ratings, namespace: shop}]`, say") {
      Rule(reading: &$0)
    }
    guard let from else { return nil }
    self.from = from
  }
}

extension ServiceExport.Rule {
  fileprivate init?(reading fields: inout MappingReader) {
    let namespace: Located<Pattern<NamespaceName>>? = fields.required(
      "namespace", help: "`*` stands for all namespaces of the mesh")
    name = fields.optional("name")
    labels = fields.pairs("labels")
    labelsPlace = fields.mapping.entries.first { $0.key.text == "labels" }?.key.range
    alias = fields.optional("as") { ServiceAlias(reading: &$0) }
    ports = fields.list("ports") { ServiceExport.Port(reading: &$0) }
    workload = fields.optional("workload") { ServiceExport.Workload(reading: &$0) }
    place = name?.range ?? fields.firstPlace
    modeKeys = fields.modeKeys(.workload) + ports.flatMap(\.modeKeys)
    guard let namespace else { return nil }
    self.namespace = namespace
  }
}

extension ServiceExport.Port {
  fileprivate init?(reading fields: inout MappingReader) {
    let name: Located<PortName>? = fields.required("name")
    let number: Located<PortNumber>? = fields.required("number")
    target = fields.optional("targetPort")
    let spoken: Located<ServiceProtocol>? = fields.required("protocol")
    modeKeys = fields.modeKeys(.targetPort)
    guard let name, let number, let spoken else { return nil }
    (self.name, self.number, self.protocol) = (name, number, spoken)
  }
}

extension ServiceExport.Workload {
  fileprivate init(reading fields: inout MappingReader) {
    labels = fields.pairs("labels")
    serviceAccount = fields.optional("serviceAccount")
  }
}

/// Another name for a service; what is left out stays as it is.
package struct ServiceAlias: Sendable {
  package let name: Located<ServiceName>?
  package let namespace: Located<NamespaceName>?

  init(reading fields: inout MappingReader) {
    name = fields.optional("name")
    namespace = fields.optional("namespace")
  }
}
