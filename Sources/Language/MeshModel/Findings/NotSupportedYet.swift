package import Diagnostics

extension FindingCode {
  static let notSupportedYet = FindingCode(
    207, "not-supported-yet", .error, restsOn: .keysOfMeshes,
    Explanation(
      meaning: "The language has this, and this release of the compiler cannot plan it.",
      harm: "Leaving it out would give a mesh that is not the one that was written down.",
      wrong: "controlPlane: {mode: replicated}",
      right: "controlPlane: {mode: multi-primary}"))
}

extension Finding {
  /// What the language has and the compiler does not plan.
  ///
  /// - Parameters:
  ///   - what: The thing in words: "`mode: external`".
  ///   - range: Where it stands.
  ///   - help: What is supported in its place.
  ///   - obscured: What of the topology nobody can judge before it is mended.
  /// - Returns: The finding.
  package static func notSupportedYet(
    _ what: String, at range: SourceRange, help: String? = nil, obscures obscured: [String] = []
  ) -> Finding {
    Finding(
      .notSupportedYet, "\(what) is not supported yet", at: range,
      help: help ?? "remove it, if the mesh can do without",
      mistake: what, obscures: obscured)
  }
}
