package import Diagnostics
package import MeshNames
internal import YAMLReading

/// A service that has clients in other clusters than its own.
package struct Service: Sendable {
  package let name: Located<ServiceName>
  package let namespace: Located<NamespaceName>
  /// The clusters in which its pods are.
  package let clusters: [Located<ClusterName>]
  package let ports: [Port]
  package let subsets: [Subset]
  /// How it is known across the mesh, where clusters do not see each other's services.
  package let global: Global?
  /// The clusters whose DNS must know it, too, where they do see each other's pods.
  package let replicateTo: [Located<ClusterName>]
  let modeKeys: [Located<ModeKey>]

  /// One port of the Service.
  package struct Port: Sendable {
    package let name: Located<PortName>
    package let number: Located<PortNumber>
    package let `protocol`: Located<ServiceProtocol>
  }

  /// Pods of the service that requests can be sent to by themselves.
  package struct Subset: Sendable {
    package let name: Located<SubsetName>
    package let labels: [(key: Located<AnnotationKey>, value: Located<LabelValue>)]
    /// The clusters in which they are; all of the service's where the list is empty.
    package let clusters: [Located<ClusterName>]
  }

  /// The service under its `.global` name.
  package struct Global: Sendable {
    /// What that name resolves to in the clusters that import it; derived from the name where it is left out.
    package let address: Located<IPAddress>?
    package let importedBy: [Located<ClusterName>]
  }

  /// The service as messages name it.
  package var inWords: String { "the service `\(name.value).\(namespace.value)`" }

  /// The clusters in which a subset's pods are.
  package func clusters(of subset: Subset) -> Set<ClusterName> {
    Set((subset.clusters.isEmpty ? clusters : subset.clusters).map(\.value))
  }
}

extension Service {
  init?(reading fields: inout MappingReader) {
    let name: Located<ServiceName>? = fields.required("name")
    let namespace: Located<NamespaceName>? = fields.required("namespace")
    fields.require("clusters", "the clusters in which its pods are")
    clusters = fields.list("clusters")
    ports = fields.requiredList("ports", help: "`ports: [{name: http, number: 8000, protocol: http}]`, say") {
      Port(reading: &$0)
    }
    subsets = fields.list("subsets") { Subset(reading: &$0) }
    global = fields.optional("global") { Global(reading: &$0) }
    replicateTo = fields.list("replicateTo")
    modeKeys = fields.modeKeys(.subsets, .global, .replicateTo)
    guard let name, let namespace else { return nil }
    (self.name, self.namespace) = (name, namespace)
  }
}

extension Service.Port {
  init?(reading fields: inout MappingReader) {
    let name: Located<PortName>? = fields.required("name")
    let number: Located<PortNumber>? = fields.required("number")
    let spoken: Located<ServiceProtocol>? = fields.required("protocol")
    guard let name, let number, let spoken else { return nil }
    self.init(name: name, number: number, protocol: spoken)
  }
}

extension Service.Subset {
  fileprivate init?(reading fields: inout MappingReader) {
    let name: Located<SubsetName>? = fields.required("name")
    fields.require("labels", "what tells its pods from the others: `labels: {version: v1}`")
    labels = fields.pairs("labels")
    if let entry = fields.mapping.entries.first(where: { $0.key.text == "labels" }), entry.value.isEmptyMapping {
      fields.log.report(.noValue(for: fields.path(to: "labels"), at: entry.value.range))
    }
    clusters = fields.list("clusters")
    guard let name else { return nil }
    self.name = name
  }
}

extension Service.Global {
  fileprivate init(reading fields: inout MappingReader) {
    address = fields.optional("address")
    fields.require("importedBy", "the clusters in which its clients are")
    importedBy = fields.list("importedBy")
  }
}

extension Node {
  fileprivate var isEmptyMapping: Bool {
    if case .mapping(let mapping) = self { mapping.entries.isEmpty } else { false }
  }
}
