internal import Diagnostics
internal import MeshModel
internal import YAMLReading
internal import YAMLWriting

extension FindingCode {
  static let contradictedValue = FindingCode(
    341, "contradicted-value", .error,
    Explanation(
      meaning: "A value of Istio's own, or a patch, says something else than what follows from the topology.",
      harm: """
        Names of clusters, networks and trust domains stand in many places that must agree: values, labels, remote \
        secrets, gateways. They are derived from one place each. With another value in one of them, endpoints are \
        missing or are reached by addresses that lead nowhere, and nothing reports an error.
        """,
      sources: ["istio/istio#39712", "istio/istio#52065", "istio/istio#30869"],
      wrong: "values: {global: {network: network9}}",
      right: "values: {global: {logAsJson: true}}"))

  static let unknownValue = FindingCode(
    342, "unknown-value", .error,
    Explanation(
      meaning: "A key below `values` is none that Istio has at this place.",
      harm: """
        The API server drops keys that the operator's kinds do not have, with no more than a warning, and the mesh \
        comes up without what was asked for.
        """,
      sources: ["istio-ecosystem/sail-operator, api/v1/values_types.gen.go"],
      wrong: "values: {pilot: {replicas: 2}}",
      right: "values: {pilot: {replicaCount: 2}}"))

  static let wrongValue = FindingCode(
    343, "wrong-value", .error,
    Explanation(
      meaning: "A value below `values`, or in a patch, is not of the type that its field takes.",
      harm: """
        The commonest is a Boolean or a number in `pilot.env`, whose values are texts: the API server refuses the \
        object. Values are read as Helm reads them, so that a values file can be pasted as it is.
        """,
      sources: ["istio-ecosystem/sail-operator, docs/general/getting-started.adoc"],
      wrong: "values: {pilot: {env: {PILOT_ENABLE_ANALYSIS: true}}}",
      right: #"values: {pilot: {env: {PILOT_ENABLE_ANALYSIS: "true"}}}"#))
}

extension Finding {
  static func contradictedValue(
    _ path: String, _ derived: DerivedValue, at range: SourceRange, in topology: Topology, for cluster: Cluster
  ) -> Finding {
    let origins = derived.origin.inWords
    let origin = derived.origin.place(in: topology, for: cluster)
    let isDefault = derived.origin.writtenPlace(in: topology, for: cluster) == nil
    guard let value = derived.value else {
      return Finding(
        .contradictedValue, "`\(path)` is not for the topology to say here", at: range,
        notes: [Annotation(origin, "what it follows from: \(origins)")], help: "leave it out")
    }
    let shown = value.jsonLine.filter { $0 != "\n" }
    return Finding(
      .contradictedValue, "`\(path)` contradicts the rest of the topology, from which \(shown) follows", at: range,
      notes: [Annotation(origin, isDefault ? "the cluster, of which it is the default" : "from here")],
      help: isDefault && derived.origin.isKey
        ? "leave it out here, and say it as \(origins), from which everything else follows, too"
        : "leave it out; it follows from \(origins)")
  }

  static func unknownValue(_ path: String, _ key: Node.Scalar, among known: [String]) -> Finding {
    let problem = "`\(path)` is no value that anything in this mesh takes"
    if path == "values.\(key.text)", let own = keysOfGatewayChart[key.text] {
      return Finding(
        .unknownValue, problem, at: key.range,
        help: "the gateway's chart has it, which the topology fills in by keys of its own: say \(own)")
    }
    return Finding(
      .unknownValue, problem, misspelt: key.text, at: key.range, among: known,
      otherwise: "the keys here are \(listed(known, most: 24))")
  }

  static func wrongValue(
    _ path: String, is found: String, wanted: ValueShape, at range: SourceRange, fix: String? = nil
  ) -> Finding {
    Finding(
      .wrongValue, "`\(path)` is \(found), and takes \(wanted.inWords)", at: range,
      help: fix.map { "in quotes it is a text: `\($0)`" }, fix: fix.map { Fix(range, $0) })
  }

  /// A word that is none of those that a field takes.
  static func wrongWord(_ path: String, _ word: String, among words: [String], at range: SourceRange) -> Finding {
    let folded = { (text: String) in text.lowercased().filter(\.isLetter) }
    let meant = words.first { folded($0) == folded(word) } ?? nearest(to: word, among: words)
    return Finding(
      .wrongValue, "`\(path)` cannot be `\(word)`", at: range,
      help: meant.map { "did you mean `\($0)`?" } ?? "it is one of \(listed(words.map { "`\($0)`" }))",
      fix: meant.map { Fix(range, $0) })
  }

  static func valueOfNothing(_ path: String, at range: SourceRange) -> Finding {
    Finding(.wrongValue, "`\(path)` has no value", at: range, help: "leave the key out, or give it a value")
  }
}

/// Values of the gateway's chart, and what says the same in a topology (istio/istio, manifests/charts/gateway/values.yaml).
private let keysOfGatewayChart = [
  "networkGateway": "`clusters[].network`",
  "networkGatewayPorts": "`clusters[].gateway.port`, the port that others dial",
  "service": "`clusters[].gateway.service`",
  "replicaCount": "`clusters[].gateway.replicas`",
  "autoscaling": "`clusters[].gateway.autoscaling`",
  "podDisruptionBudget": "`clusters[].gateway.disruptionBudget`",
  "resources": "`clusters[].gateway.resources`",
  "gateways": "`clusters[].gateway`",
]
