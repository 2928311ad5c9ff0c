package import Diagnostics

extension FindingCode {
  /// A value that files need and that the topology does not give.
  package static let unboundValue = FindingCode(
    340, "unbound-value", .warning,
    Explanation(
      meaning: "A file needs a value that is known only when something is running, and the topology does not give it.",
      harm: """
        The file holds a name such as ${CLUSTER1_GATEWAY_ADDRESS} in its place, and cannot be applied before that is \
        filled in. The cluster's plan.json says after which step the value can be read, and how. Reserve the address beforehand \
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
  /// A binding that files hold; some of them are applied by a GitOps controller as they are.
  private static func unbound(_ binding: Binding, isApplied: Bool) -> Finding {
    Finding(
      .unboundValue, "\(binding.description) is not known yet, and files need it: they hold `\(binding.reference)`",
      at: binding.origin,
      help: "give it as `\(binding.place)`, or with `--bind \(binding.name)=VALUE`"
        + (isApplied ? ", before the GitOps controller applies it as it is" : ""))
  }

  /// The bindings that one place of the topology leaves open, be they one or many: what is missing is said there once.
  package static func unbound(_ bindings: [Binding], isApplied: Bool) -> Finding? {
    guard let first = bindings.first, bindings.count > 1 else {
      return bindings.first.map { unbound($0, isApplied: isApplied) }
    }
    let places = bindings.map { "`\($0.place)`" }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return Finding(
      .unboundValue,
      "\(bindings.count) values are not known yet, and files need them: \(listed(bindings.map { "`\($0.reference)`" }))",
      at: first.origin,
      help: "give them as \(listed(places)), or with `--bind NAME=VALUE` for each"
        + (isApplied ? ", before the GitOps controller applies them as they are" : ""))
  }
}

/// What is said of a plan whatever dialect made it.
package enum PlanFindings {
  package static let codes: [FindingCode] = [
    .unboundValue, .contradictedValue, .unknownValue, .wrongValue, .unmatchedPatch, .patchedPlan, .repeatedObject,
    .brokenDataPath, .faultyObject, .unknownField,
  ]
}
