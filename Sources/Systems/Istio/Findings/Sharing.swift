internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

extension FindingCode {
  static let hiddenExports = FindingCode(
    463, "hidden-exports", .error, restsOn: ["controlPlane", "networks", "clusters", "values"],
    Explanation(
      meaning: "What the east-west gateways have to let through is not exported to their namespace.",
      harm: """
        A gateway knows the names of those services alone that it may see. It refuses every other, and clients of other \
        networks get `Connection reset by peer`, while everything works inside of each network.
        """,
      sources: ["istio/istio@1.30.3 pilot/pkg/networking/core/gateway.go", "istio/istio#40624"],
      wrong: #"values: {meshConfig: {defaultServiceExportTo: ["."]}}"#,
      right: #"values: {meshConfig: {defaultServiceExportTo: [".", istio-system]}}"#))

  static let keptAtHome = FindingCode(
    464, "kept-at-home", .warning, restsOn: ["controlPlane", "mesh", "clusters", "namespaces", "sharing", "values"],
    Explanation(
      meaning: "`meshConfig.serviceSettings` keeps services in their clusters that are in several of them.",
      harm: """
        Requests never leave the client's cluster, and fail where it has no endpoint that is left. That may be meant: \
        then it is said in the mesh's own words, which other checks know, too.
        """,
      sources: ["istio/istio@1.30.3 pilot/pkg/model/cluster_local.go"],
      wrong: """
        namespaces: [{name: shop}]
        values: {meshConfig: {serviceSettings: [{settings: {clusterLocal: true}, hosts: ["*"]}]}}
        """,
      right: """
        namespaces: [{name: shop}, {name: payments}]
        sharing: {except: [payments]}
        """))
}

extension Finding {
  static func hiddenExports(_ key: String, _ what: String, at range: SourceRange, gateways: String) -> Finding {
    Finding(
      .hiddenExports, "`\(key)` hides \(what) from the east-west gateways, which are in `\(gateways)`", at: range,
      help: "add `\(gateways)` to the list")
  }

  /// Istio's own values against the mesh's words.
  static func sharedByValues(_ host: Node.Scalar, sharing: SourceRange?) -> Finding {
    Finding(
      .sharedTwice, "`\(host.text)` is shared by Istio's own values, against what `sharing` says", at: host.range,
      notes: sharing.map { [Annotation($0, "what is shared")] } ?? [], help: "say all of it in `sharing`")
  }

  static func sampleAtHome(_ name: String, at range: SourceRange, _ topology: Topology) -> Finding {
    Finding(
      .keptAtHome, "`\(name)` keeps the sample in its cluster, and the verification asks every cluster for it",
      at: range,
      notes: topology.verification?.namespace.map { [Annotation($0.range, "the namespace of the sample")] } ?? [],
      help: "give the sample another namespace: `verification: {namespace: mesh-sample}`")
  }

  static func keptAtHome(_ host: Node.Scalar, namespace: ApplicationNamespace) -> Finding {
    Finding(
      .keptAtHome, "`\(host.text)` keeps what is in `\(namespace.name.value)` in its cluster", at: host.range,
      notes: [Annotation(namespace.name.range, "this namespace is in several clusters")],
      help: "if that is meant, say `sharing: {except: [\(namespace.name.value)]}`")
  }
}
