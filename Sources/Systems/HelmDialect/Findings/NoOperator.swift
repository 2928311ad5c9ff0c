internal import Diagnostics

extension FindingCode {
  static let noOperator = FindingCode(
    414, "no-operator", .error,
    Explanation(
      meaning: "The topology says how an operator is installed, and its distribution has none.",
      harm: "Helm installs Istio's charts itself. What is said of the operator would go unheard.",
      wrong: "distribution: {name: istio, version: 1.30.3, operator: preinstalled}",
      right: "distribution: {name: istio, version: 1.30.3}"))
}

extension Finding {
  static func noOperator(at range: SourceRange) -> Finding {
    Finding(
      .noOperator, "there is no operator: Helm installs `istio`", at: range,
      help: "remove it, or use the distribution `sail`")
  }
}
