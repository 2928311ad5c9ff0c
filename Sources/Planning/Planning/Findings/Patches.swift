internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

extension FindingCode {
  static let unmatchedPatch = FindingCode(
    344, "unmatched-patch", .error,
    Explanation(
      meaning: "A patch matches no object of the plan, or takes away what is not there.",
      harm: "It would do nothing, silently, and perhaps it once did something: names change between releases.",
      wrong: """
        patches:
          - target: {kind: Deployment, name: istio-eastwest-gateway}
            merge: {spec: {revisionHistoryLimit: 3}}
        """,
      right: """
        patches:
          - target: {kind: Deployment, name: istio-eastwestgateway}
            merge: {spec: {revisionHistoryLimit: 3}}
        """))

  static let patchedPlan = FindingCode(
    345, "patched-plan", .error,
    Explanation(
      meaning: """
        A patch changes what the plan rests on: an object's identity, a label that the plan gives it, a selector, or a \
        field that never changes on an object that is there.
        """,
      harm: """
        Steps, gates and removal name objects, and gateways, Services and networks find each other by labels. Patched, \
        they would no longer; say it in the topology, which changes all places at once.
        """,
      sources: ["istio/istio#39712", "RFC 7396"],
      wrong: """
        patches:
          - target: {kind: Namespace, name: istio-system}
            merge: {metadata: {labels: {topology.istio.io/network: other}}}
        """,
      right: """
        patches:
          - target: {kind: Namespace, name: istio-system}
            merge: {metadata: {labels: {team: platform}}}
        """))
}

extension FindingCode {
  static let brokenDataPath = FindingCode(
    361, "broken-data-path", .error,
    Explanation(
      meaning: "After a patch, requests from other clusters no longer arrive where they did.",
      harm: """
        Other networks find a gateway by its Service's label and one port number, which a `Gateway` behind it takes in. \
        A label `networking.istio.io/gatewayPort` for a port that the Service lacks, a port or a host that is gone, \
        another mode: each leaves the network without a gateway, and nothing says so. A patch may change all of them \
        together; some have keys of their own, `gateway.port` for one.
        """,
      sources: [
        "istio/istio, pilot/pkg/serviceregistry/kube/controller/network.go", "istio/istio#29359", "RFC 7396",
      ],
      wrong: """
        patches:
          - target: {kind: Service, name: istio-eastwestgateway}
            merge: {metadata: {labels: {networking.istio.io/gatewayPort: "443"}}}
        """,
      right: """
        patches:
          - target: {kind: Service, name: istio-eastwestgateway}
            merge: {metadata: {labels: {team: platform}}}
        """))
}

extension FindingCode {
  static let faultyObject = FindingCode(
    348, "faulty-object", .error,
    Explanation(
      meaning: "After a patch, the fields of an object contradict each other, or those of the object beside it.",
      harm: """
        An API server refuses an autoscaler whose least is above its most. A disruption budget that asks for all pods that \
        there are lets no node be drained: upgrades of clusters hang at it.
        """,
      sources: ["kubernetes.io, \"Specifying a Disruption Budget for your Application\""],
      wrong: """
        patches:
          - target: {kind: HorizontalPodAutoscaler, name: istio-eastwestgateway}
            merge: {spec: {minReplicas: 9}}
        """,
      right: """
        patches:
          - target: {kind: HorizontalPodAutoscaler, name: istio-eastwestgateway}
            merge: {spec: {minReplicas: 4, maxReplicas: 9}}
        """))

  static let unknownField = FindingCode(
    349, "unknown-field", .warning,
    Explanation(
      meaning: "A patch names a field that this kind of object is not known to have.",
      harm: """
        kubectl refuses what the schema of the cluster does not have, and an older one drops it without a word. A \
        newer Kubernetes may know the field; then silence this code.
        """,
      sources: ["kubernetes.io, API reference of 1.34"],
      wrong: """
        patches:
          - target: {kind: Deployment, name: istio-eastwestgateway}
            merge: {spec: {revisionHistoryLimits: 3}}
        """,
      right: """
        patches:
          - target: {kind: Deployment, name: istio-eastwestgateway}
            merge: {spec: {revisionHistoryLimit: 3}}
        """))
}

extension Finding {
  static func faultyObject(_ fault: String, at range: SourceRange) -> Finding {
    Finding(.faultyObject, "with this patch, \(fault)", at: range, help: "change what belongs together in one patch")
  }

  static func unknownField(_ path: String, _ key: Node.Scalar, of kind: String, among known: [String]) -> Finding {
    Finding(
      .unknownField, "`\(path)` is no field that a `\(kind)` is known to have", misspelt: key.text, at: key.range,
      among: known, otherwise: "the fields here are \(listed(known, most: 12))")
  }

  static func brokenDataPath(_ loss: String, among count: Int, at range: SourceRange) -> Finding {
    Finding(
      .brokenDataPath, "with this patch, \(loss)" + (count > 1 ? ", and \(count - 1) more such links break" : ""),
      at: range, help: "change what belongs together, or say it elsewhere in the topology: it has keys for gateways")
  }

  /// A patch whose target is nowhere, with what is like it.
  static func unmatchedPatch(_ patch: Patch, in objects: [(ClusterName, kind: String, name: String)]) -> Finding {
    let (kind, name) = (patch.kind.value.description, patch.name.value.description)
    let alike = Set(objects.filter { $0.kind == kind }.map(\.name)).sorted()
    if alike.isEmpty {
      let kinds = Set(objects.map(\.kind)).sorted()
      return Finding(
        .unmatchedPatch, "no object of the plan is a `\(kind)`", at: patch.kind.range,
        help: nearest(to: kind, among: kinds).map { "did you mean `\($0)`?" }
          ?? "its kinds are \(listed(kinds, most: 16))")
    }
    guard alike.contains(name) else {
      return Finding(
        .unmatchedPatch, "no `\(kind)` of the plan is called `\(name)`", misspelt: name, at: patch.name.range,
        among: alike, otherwise: "there are \(listed(alike, most: 12))")
    }
    return Finding(
      .unmatchedPatch, "the cluster has no `\(kind)` called `\(name)`", at: patch.cluster?.range ?? patch.name.range,
      help: "others have one: name one of them, or leave `cluster` out")
  }

  static func removedNothing(_ path: String, at range: SourceRange) -> Finding {
    Finding(.unmatchedPatch, "there is no `\(path)` to take away", at: range)
  }

  static func fixedField(_ path: String, of kind: String, at range: SourceRange) -> Finding {
    Finding(
      .patchedPlan, "`\(path)` of a `\(kind)` that is there never changes: the API server refuses it", at: range,
      help: "leave it as it is; where the topology has a key for it, the object gets a new name with it")
  }

  static func patchedPlan(_ path: String, at range: SourceRange) -> Finding {
    Finding(
      .patchedPlan, "the plan rests on `\(path)`, which a patch cannot change", at: range,
      help: "say it elsewhere in the topology, or leave it as it is")
  }
}
