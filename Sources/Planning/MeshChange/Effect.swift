/// What a change does to a mesh that runs, from the least to the worst.
package enum Effect: String, CaseIterable, Comparable, Sendable {
  /// Only people notice: words, and what is said in another way.
  case none
  /// It takes effect, and no request notices.
  case safe
  /// Pods restart, one after the other, and requests go on.
  case rolling
  /// Requests fail for a time, or until somebody has done a step by hand.
  case disruptive
  /// Identity or trust is lost, a mesh falls apart, something is exposed, or there is no way back.
  case dangerous

  package static func < (left: Effect, right: Effect) -> Bool { left.weight < right.weight }

  private var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
