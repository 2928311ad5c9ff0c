internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unknownRevision = FindingCode(
    452, "unknown-revision", .error,
    Explanation(
      meaning: "A namespace is bound to a revision that no control plane of the mesh has, or a tag is no other name.",
      harm: """
        No webhook matches the label, so pods start without a proxy and without a word. Remote clusters and gateways \
        must name the same revision as their primary, too.
        """,
      sources: ["istio/istio#29234", "istio/istio#39282"],
      wrong: """
        controlPlane: {mode: multi-primary, updateStrategy: RevisionBased, revisionTags: [stable]}
        namespaces: [{name: shop, revision: stabel}]
        """,
      right: """
        controlPlane: {mode: multi-primary, updateStrategy: RevisionBased, revisionTags: [stable]}
        namespaces: [{name: shop, revision: stable}]
        """))

  static let mixedDataPlanes = FindingCode(
    453, "mixed-data-planes", .error,
    Explanation(
      meaning: "A namespace has another data plane than the mesh.",
      harm: """
        An ambient mesh's gateways between networks take HBONE in, which sidecars do not send to them, and a mesh of \
        sidecars has no proxies on its nodes. Requests across networks would fail, or go out as plain text. Workloads \
        of the two in one mesh over several networks are not supported by Istio.
        """,
      sources: ["istio/istio#57878", "istio/istio#60609", "istio/istio#60887"],
      wrong: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        namespaces: [{name: shop, dataPlane: sidecar}]
        """,
      right: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        namespaces: [{name: shop, dataPlane: ambient, clusters: [cluster1, cluster2]}]
        sharing: {only: [shop]}
        """))
}

extension Finding {
  static func unknownRevision(_ revision: Located<RevisionName>, known: [String]) -> Finding {
    Finding(
      .unknownRevision, "no control plane of the mesh has the revision `\(revision.value)`",
      misspelt: revision.value.description, at: revision.range, among: known,
      otherwise: "there are \(listed(known.map { "`\($0)`" }))")
  }

  static func tagIsRevision(_ tag: Located<RevisionName>, revision: SourceRange?) -> Finding {
    Finding(
      .unknownRevision, "the tag `\(tag.value)` is the revision's own name", at: tag.range,
      notes: revision.map { [Annotation($0, "the revision")] } ?? [],
      help: "a tag is another name, which stays when the revision's changes")
  }

  static func repeatedTag(_ tag: Located<RevisionName>, first: SourceRange) -> Finding {
    Finding(
      .unknownRevision, "the tag `\(tag.value)` is listed a second time", at: tag.range,
      notes: [Annotation(first, "first listed here")])
  }

  static func mixedDataPlanes(
    _ dataPlane: Located<ControlPlane.DataPlane>, mesh: ControlPlane.DataPlane, at range: SourceRange?
  ) -> Finding {
    Finding(
      .mixedDataPlanes, "the namespace is to be `\(dataPlane.value.rawValue)`, and the mesh is `\(mesh.rawValue)`",
      at: dataPlane.range, notes: range.map { [Annotation($0, "the mesh")] } ?? [],
      help: "one mesh over several clusters has one data plane")
  }
}
