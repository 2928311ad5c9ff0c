internal import Diagnostics
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let faultyRelease = FindingCode(
    417, "faulty-release", .warning,
    Explanation(
      meaning: "The release of Istio has a known fault that a mesh over several clusters runs into.",
      harm: """
        Istiod 1.29.0 crashes while it reads a cluster that is still on 1.28, so clusters cannot be upgraded one after \
        another. Up to 1.29.1, it takes an empty trust domain for a cluster whose ConfigMap it may not read, and calls to \
        what runs there fail with CERTIFICATE_VERIFY_FAILED. `meshgen releases` lists what is known.
        """,
      sources: ["istio/istio#59153", "istio/istio#59474"],
      wrong: "distribution: {name: istio, version: 1.29.0}",
      right: "distribution: {name: istio, version: 1.30.7}"))

  static let unreadCredentials = FindingCode(
    418, "unread-credentials", .note,
    Explanation(
      meaning:
        "Credentials for other clusters come from a store, and the release may not notice that they have changed.",
      harm: """
        Where a token is replaced in the store, istiod before 1.31 can go on with the old one, or lose the other cluster's \
        gateways and endpoints, until it is restarted. Restart it after each rotation, or take 1.31.
        """,
      sources: ["istio/istio#60612", "istio/istio#60920", "istio/istio#61043"],
      wrong: """
        distribution: {name: sail, version: 1.30.3}
        remoteAccess: {externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}
        """,
      right: """
        distribution: {name: sail, version: 1.31.3}
        remoteAccess: {externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}
        """))
}

extension Finding {
  static func faultyRelease(_ release: Located<IstioBuild>, _ faults: [KnownFault]) -> Finding {
    let mended = faults.map(\.releases.upperBound).max()
    let sources = faults.flatMap(\.sources).prefix { $0.contains("#") }
    return Finding(
      .faultyRelease,
      "in Istio \(release.value), \(faults.map(\.harm).joined(separator: "; "))",
      at: release.range,
      help: mended.map { "\($0) is the first without (\(listed(Array(sources))))" })
  }

  static func unreadCredentials(_ range: SourceRange, _ fault: KnownFault, _ release: Located<IstioBuild>) -> Finding {
    Finding(
      .unreadCredentials, "after a change of credentials, \(fault.harm)", at: range,
      notes: [Annotation(release.range, "before \(fault.releases.upperBound)")],
      help: "restart istiod after each rotation, or take \(fault.releases.upperBound.series)")
  }
}
