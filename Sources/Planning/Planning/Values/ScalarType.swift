internal import YAMLReading
internal import YAMLWriting

/// What a reader of YAML takes a single value for, by itself.
enum ScalarType {
  case text
  case integer(Int)
  case decimal
  case boolean(Bool)
  /// Readers of YAML 1.1 and 1.2 disagree: `no`, `0x10`, `1_000`, `2001-01-01`.
  case disputed

  init(of scalar: Node.Scalar) {
    guard scalar.isPlain, isTakenForAnotherType(scalar.text) else {
      self = .text
      return
    }
    switch scalar.text {
    case "true": self = .boolean(true)
    case "false": self = .boolean(false)
    case let text: self = Self.number(text)
    }
  }

  /// A number as JSON writes it, which all readers of YAML agree about (RFC 8259, section 6).
  private static func number(_ text: String) -> ScalarType {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }), let whole = parts.first,
      whole == "0" || !whole.hasPrefix("0")
    else { return .disputed }
    switch parts.count {
    case 1: return Int(text).map { .integer($0) } ?? .disputed
    case 2: return .decimal
    default: return .disputed
    }
  }

  /// The type in words: "a Boolean".
  var inWords: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .boolean: "a Boolean"
    case .disputed: "read as one thing by some and as another by others"
    }
  }
}
