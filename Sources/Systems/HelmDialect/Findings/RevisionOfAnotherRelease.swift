internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let revisionOfAnotherRelease = FindingCode(
    413, "revision-of-another-release", .warning,
    Explanation(
      meaning: "The control plane's revision is called after one release of Istio, and runs another.",
      harm: """
        The release `istiod-…` of the old name would be upgraded in place, which is what a revision of its own for each \
        release is there to avoid: all proxies get the new control plane at once, and its name is wrong from then on.
        """,
      sources: ["https://istio.io/latest/docs/setup/upgrade/canary/"],
      wrong: """
        distribution: {name: istio, version: 1.30.3}
        controlPlane: {mode: multi-primary, revision: 1-30-2}
        """,
      right: """
        distribution: {name: istio, version: 1.30.3}
        controlPlane: {mode: multi-primary, revision: 1-30-3}
        """))
}

extension Finding {
  static func revisionOfAnotherRelease(_ revision: Located<RevisionName>, version: Located<IstioBuild>) -> Finding {
    Finding(
      .revisionOfAnotherRelease, "the revision is called `\(revision.value)` and runs Istio \(version.value)",
      at: revision.range, notes: [Annotation(version.range, "the release")],
      help: "`updateStrategy: RevisionBased` alone calls each revision after its release",
      fix: Fix(revision.range, version.value.asRevision))
  }
}
