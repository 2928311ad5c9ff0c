internal import Diagnostics

extension MappingReader {
  /// `true` or `false`, which may be there.
  mutating func `switch`(_ key: String) -> Located<Bool>? {
    let position: Located<SwitchPosition>? = optional(key)
    return position?.map { $0 == .on }
  }
}

private enum SwitchPosition: String, Choice {
  case on = "true"
  case off = "false"
}
