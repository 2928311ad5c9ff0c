package import Diagnostics

extension FindingCode {
  /// A value that files need and that the topology does not give.
  package static let unboundValue = FindingCode(
    340, "unbound-value", .warning,
    Explanation(
      meaning: "A file needs a value that is known only when something is running, and the topology does not give it.",
      harm: """
        The file holds a name such as ${CLUSTER1_GATEWAY_ADDRESS} in its place, and cannot be applied before that is \
        filled in. index.json says after which step the value can be read, and how. Reserve the address beforehand \
        and write it down, or pass it with `--bind`, and the directory can be applied as it is.
        """,
      sources: ["istio/istio#35707"],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  /// A binding that files hold.
  ///
  /// - Parameters:
  ///   - binding: The binding.
  ///   - isApplied: Whether a GitOps controller applies the files as they are.
  /// - Returns: The finding.
  package static func unbound(_ binding: Binding, isApplied: Bool) -> Finding {
    Finding(
      .unboundValue, "\(binding.description) is not known yet, and files need it: they hold `\(binding.reference)`",
      at: binding.origin,
      help: "give it as `\(binding.place)`, or with `--bind \(binding.name)=VALUE`"
        + (isApplied ? ", before the GitOps controller applies it as it is" : ""))
  }
}

/// What is said of a plan whatever dialect made it.
package enum PlanFindings {
  package static let codes: [FindingCode] = [
    .unboundValue, .contradictedValue, .unknownValue, .wrongValue, .unmatchedPatch, .patchedPlan,
    .brokenDataPath,
  ]
}
