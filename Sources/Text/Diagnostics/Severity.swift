/// How much a finding weighs.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Worth knowing; nothing is wrong with it.
  case note
  /// It compiles, and will hurt.
  case warning
  /// It does not compile.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
