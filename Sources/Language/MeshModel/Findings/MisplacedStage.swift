internal import Diagnostics

extension FindingCode {
  static let misplacedStage = FindingCode(
    785, "misplaced-stage", .error,
    Explanation(
      meaning: "A topology says that it is at a stage of its migration at which it would be another distribution's.",
      harm: """
        The first four stages change control planes of OpenShift Service Mesh 2; the others need those of 3. What was \
        built for the wrong one would take the old mesh away before the new one is there.
        """,
      sources: ["openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation/README.md"],
      wrong: .migrating("{to: sail, stage: side-by-side}"),
      right: .migrating("{to: sail, stage: prepare}")))
}

extension Explanation.Example {
  fileprivate static func migrating(_ migration: String) -> Self {
    Self(
      stringLiteral: """
        apiVersion: meshgen/v1
        kind: Topology
        metadata: {name: example}
        distribution: {name: maistra, version: "2.6"}
        controlPlane: {mode: federated}
        migration: \(migration)
        clusters:
          - {name: cluster-a, platform: openshift}
          - {name: cluster-b, platform: openshift}
        meshes:
          - {name: red, cluster: cluster-a, members: [red-shop], ingress: {domain: apps.a.example.com}}
          - {name: green, cluster: cluster-b, members: [green-shop], ingress: {domain: apps.b.example.com}}
        peers: all
        silence: [{code: MG340, reason: each istiod makes its root itself}]
        """)
  }
}

extension Finding {
  static func misplacedDirection(at range: SourceRange, of distribution: Located<Distribution.Name>) -> Finding {
    let isOld = distribution.value == .maistra
    return Finding(
      .misplacedStage, "this is a topology of \(isOld ? "the old" : "the new") distribution already", at: range,
      notes: [Annotation(distribution.range, "the distribution")],
      help: isOld ? "say where it goes: `to: sail`" : "say where it comes from: `from: maistra`")
  }

  static func misplacedStage(
    _ stage: Located<Migration.Stage>, of distribution: Located<Distribution.Name>
  ) -> Finding {
    let isOld = distribution.value == .maistra
    let stages = Migration.Stage.allCases.filter { isOld == ($0 < .sideBySide) }.map { "`\($0.rawValue)`" }
    return Finding(
      .misplacedStage, "`\(stage.value.rawValue)` is no stage of `\(distribution.value.rawValue)`", at: stage.range,
      notes: [Annotation(distribution.range, "the distribution")],
      help: "its stages are \(listed(stages)); `meshgen migrate` writes a topology for each")
  }
}
