package import YAMLWriting

/// A property that a tool issues otherwise than planned.
package struct Deviation: Sendable {
  package let authority: String
  package let property: Property
  package let planned: YAMLValue
  package let issued: YAMLValue
  package let reason: String

  /// A property by its path in an authority of the plan.
  package enum Property: String, CaseIterable, Sendable {
    case subject
    case signatureHash
    case pathLength = "basicConstraints.pathLength"
    case keyUsage = "keyUsage.bits"
    case names = "subjectAltNames.dns"
    case identity = "subjectAltNames.uri"
    case nameConstraints
    case lists = "revocation.mode"
    case listNumber = "revocation.number"
    case keyStorage = "custody.keyStorage"
    case keyHolder = "custody.keyHolder"
  }

  /// Whether nobody is worse off: a stronger hash, or a name's parts in another order, all of them.
  package var isHarmless: Bool {
    switch property {
    case .signatureHash, .listNumber: true
    case .subject: planned.count == issued.count
    default: false
    }
  }
}

/// All that a tool issues otherwise than planned.
package struct DeviationReport: Sendable {
  package let tool: String
  /// The oldest version that issues as the report says.
  package let minimumVersion: String?
  package let deviations: [Deviation]
  /// What versions before that issue otherwise than planned.
  package let olderVersions: [Deviation]?

  /// The report as a document.
  package var document: YAMLValue {
    .fields([
      "kind": "CertificateDeviations",
      "version": 1,
      "tool": .string(tool),
      "minimumVersion": minimumVersion.map { .string($0) },
      "deviations": .sequence(deviations.map(\.value)),
      "olderVersions": olderVersions.map { .sequence($0.map(\.value)) },
    ])
  }
}

extension Deviation {
  fileprivate var value: YAMLValue {
    [
      "authority": .string(authority),
      "property": .string(property.rawValue),
      "planned": planned,
      "issued": issued,
      "reason": .string(reason),
      "harmless": .boolean(isHarmless),
    ]
  }
}

extension YAMLValue {
  /// The number of parts of a name.
  fileprivate var count: Int {
    if case .sequence(let parts) = self { parts.count } else { 0 }
  }
}
