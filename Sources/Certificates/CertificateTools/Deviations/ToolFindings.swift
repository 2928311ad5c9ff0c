package import Certificates
package import Diagnostics
internal import MeshModel

extension FindingCode {
  /// A tool that issues less than what is planned.
  package static let toolWeakensPlan = FindingCode(
    520, "tool-weakens-plan", .warning,
    Explanation(
      meaning: "A tool that is to carry the certificate plan out cannot put all of it into the certificates.",
      harm: """
        What was reviewed is not what will be issued: a path length, a name or a constraint is missing, or a key lies \
        somewhere else. `deviations.json` in the tool's folder says what, of which authority, and why. Use another tool, \
        plan what this one can do, or silence the code with the reason why it may be so; `--require-exact` makes it an \
        error.
        """,
      sources: [
        "cert-manager/cert-manager#2820", "hashicorp/terraform-provider-tls, internal/provider/common_cert.go",
      ],
      wrong: "certificateAuthority: {tools: [cert-manager]}",
      right: "certificateAuthority: {tools: [certtool]}"))

  /// A tool that issues something else that is as good.
  package static let toolDiffers = FindingCode(
    521, "tool-differs", .note,
    Explanation(
      meaning: "A tool issues certificates that differ from the plan in a way that weakens nothing.",
      harm: """
        The parts of a name stand in another order, or the hash is longer. A name is compared as it was issued: if \
        another tool issues a successor with the same key, it must write the name in the same order. \
        `deviations.json` in the tool's folder has the list; `--require-exact` makes it an error.
        """,
      sources: ["RFC 5280, section 7.1"],
      wrong: "certificateAuthority: {profile: istio-sample, tools: [cfssl]}",
      right: "certificateAuthority: {profile: strict, tools: [cfssl]}"))
}

/// What is said of tools.
package enum ToolFindings {
  package static let codes: [FindingCode] = [.toolWeakensPlan, .toolDiffers]

  /// What the tools of a plan issue otherwise than planned: of each tool what weakens the plan, and what does not.
  package static func findings(on plan: CertificatePlan) -> [Finding] {
    plan.tools.flatMap { tool in
      let deviations = deviations(of: plan, carriedOutBy: tool.value).deviations
      return [
        Finding.deviating(tool, .toolWeakensPlan, deviations.filter { !$0.isHarmless }),
        Finding.deviating(tool, .toolDiffers, deviations.filter(\.isHarmless)),
      ].compactMap { $0 }
    }
  }
}

extension Finding {
  fileprivate static func deviating(
    _ tool: Located<CertificateTool>, _ code: FindingCode, _ deviations: [Deviation]
  ) -> Finding? {
    guard !deviations.isEmpty else { return nil }
    let properties = Deviation.Property.allCases.compactMap { property -> String? in
      let authorities = deviations.filter { $0.property == property }.map(\.authority)
      guard let first = authorities.first else { return nil }
      let others = authorities.count == 1 ? "" : " and \(authorities.count - 1) more"
      return "`\(property.rawValue)` of \(first)\(others)"
    }
    let name = tool.value.rawValue
    return Finding(
      code, "\(name) issues otherwise than planned: \(properties.joined(separator: ", "))", at: tool.range,
      help: "certificates/\(name)/deviations.json says what, and why")
  }
}
