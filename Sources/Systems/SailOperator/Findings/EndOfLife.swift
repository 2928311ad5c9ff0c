internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let endOfLife = FindingCode(
    402, "end-of-life", .warning, restsOn: ["distribution", "controlPlane", "migration", "meshes"],
    Explanation(
      meaning: "The release of Istio is past its end of life: operators of today no longer install it.",
      harm: """
        It gets no security fixes. An operator that is upgraded stops reconciling the control plane \
        ("is end-of-life and cannot be installed"), so the plan subscribes to the channel of an older one.
        """,
      sources: ["istio-ecosystem/sail-operator#1689", "https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: sail, version: 1.26.8}",
      right: "distribution: {name: sail, version: 1.30.3}"))
}

extension Finding {
  static func endOfLife(_ version: Located<Version>, last: SailRelease) -> Finding {
    let oldest = SailRelease.newest.oldest.series
    return Finding(
      .endOfLife,
      "Istio \(version.value) is past its end of life: \(last.series) was the last Sail operator that installed it",
      at: version.range, help: "plan the upgrade: \(oldest) is the oldest that is still maintained")
  }
}
