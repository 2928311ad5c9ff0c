package import Diagnostics

/// A kind of change: its code with a manual page, and what it does to a mesh that runs.
package struct ChangeKind: Hashable, Sendable {
  package let code: FindingCode
  package let effect: Effect
  /// What it does, in a sentence or two.
  package let reason: String
  /// What to do instead, or how to go about it.
  package let advice: String

  /// - Parameters:
  ///   - number: The number behind `MG`.
  ///   - slug: The kind in words.
  ///   - effect: What it does.
  ///   - meaning: What has changed.
  ///   - reason: What that does to a mesh that runs.
  ///   - advice: What to do instead.
  ///   - sources: Where that was found out.
  ///   - before: Sections of a topology.
  ///   - after: The same sections, changed.
  init(
    _ number: Int, _ slug: String, _ effect: Effect, _ meaning: String, because reason: String,
    instead advice: String, sources: [String] = [], before: Explanation.Example, after: Explanation.Example
  ) {
    code = FindingCode(
      number, slug, effect.severity,
      Explanation(
        meaning: "\(meaning) Effect: \(effect.rawValue).", harm: "\(reason) \(advice)", sources: sources,
        before: before, after: after))
    self.effect = effect
    self.reason = reason
    self.advice = advice
  }
}

extension ChangeKind {
  package static func == (left: ChangeKind, right: ChangeKind) -> Bool { left.code == right.code }
  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Effect {
  /// How much a finding weighs that tells of such a change.
  package var severity: Severity {
    switch self {
    case .none, .safe, .rolling: .note
    case .disruptive: .warning
    case .dangerous: .error
    }
  }
}
