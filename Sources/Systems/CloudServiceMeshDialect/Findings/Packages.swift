internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let unplannedPackage = FindingCode(
    751, "unplanned-package", .error,
    Explanation(
      meaning: "The release of Cloud Service Mesh is one that cannot be planned for.",
      harm: """
        Up to 1.12, the east-west gateway was no pod that the control plane injects, and asmcli had other options. The \
        manifests would be taken, and the gateway never start.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asm/istio/expansion/gen-eastwest-gateway.sh"],
      wrong: .fleet(version: "1.12.9-asm.3", ""), right: .fleet("")))

  static let endedPackage = FindingCode(
    752, "ended-package", .warning,
    Explanation(
      meaning: "The release of Cloud Service Mesh is no longer maintained.",
      harm: "Google maintains the newest series and the two before it. The others get no security fixes.",
      sources: ["https://cloud.google.com/service-mesh/docs/getting-support"],
      wrong: .fleet(version: "1.19.10-asm.9", ""), right: .fleet("")))

  static let managedRevision = FindingCode(
    766, "managed-revision", .error,
    Explanation(
      meaning: "The control plane's revision has the name of one that Google runs.",
      harm: """
        `asm-managed` and its kin are the revisions of the managed control plane, which serves clusters in Google Cloud \
        alone. Elsewhere no webhook would answer to the name, and no pod get a proxy.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asmcli/lib/validate.sh"],
      wrong: .fleet("controlPlane: {mode: multi-primary, revision: asm-managed}"),
      right: .fleet("controlPlane: {mode: multi-primary, revision: asm-1307-9}")))

  static let revisionOfAnotherPackage = FindingCode(
    767, "revision-of-another-package", .warning,
    Explanation(
      meaning: "The control plane's revision is called after another release than the one that it runs.",
      harm: """
        Labels of namespaces and gateways name a release that is not there. Whoever follows the published steps, where \
        two different revisions stand side by side, binds pods to the wrong one.
        """,
      sources: ["https://cloud.google.com/service-mesh/docs/unified-install/off-gcp-multi-cluster-setup"],
      wrong: .fleet("controlPlane: {mode: multi-primary, revision: asm-173-3}"),
      right: .fleet("controlPlane: {mode: multi-primary, revision: asm-1307-9}")))
}

extension Finding {
  static func unplannedPackage(_ release: Located<PackageVersion>) -> Finding {
    Finding(
      .unplannedPackage, "Cloud Service Mesh \(release.value) is older than what can be planned for",
      at: release.range,
      help: "they are supported from \(CloudServiceMeshSeries.oldest.series) on")
  }

  static func endedPackage(_ release: Located<PackageVersion>) -> Finding {
    Finding(
      .endedPackage, "Cloud Service Mesh \(release.value) is no longer maintained, as of \(Knowledge.day)",
      at: release.range,
      help: CloudServiceMeshSeries.oldestMaintained.map { "plan the upgrade: \($0) is the oldest that still is" })
  }

  static func managedRevision(_ revision: Located<RevisionName>) -> Finding {
    Finding(
      .managedRevision, "`\(revision.value)` is a revision that Google runs, in Google Cloud alone",
      at: revision.range, help: "leave `revision` out: asmcli calls it after the release")
  }

  static func revisionOfAnotherPackage(
    _ revision: Located<RevisionName>, _ release: Located<PackageVersion>
  ) -> Finding {
    Finding(
      .revisionOfAnotherPackage,
      "the revision is called `\(revision.value)` and runs Cloud Service Mesh \(release.value)", at: revision.range,
      notes: [Annotation(release.range, "the release")], help: "leave it out: asmcli calls it after the release",
      fix: Fix(revision.range, release.value.asRevision))
  }
}
