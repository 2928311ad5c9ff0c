internal import Diagnostics
internal import YAMLReading

/// Reports what in a value is not as the schema has it: keys that nothing takes, and values of another type.
struct ValueCheck {
  var log: FindingLog
  /// Whether nothing in a value's place takes away what is there.
  var nullRemoves = false

  mutating func check(_ node: Node, is shape: ValueShape, at path: String) {
    switch node {
    case .mapping(let mapping): check(mapping, is: shape, at: path)
    case .sequence(let sequence): check(sequence, is: shape, at: path)
    case .scalar(let scalar): check(scalar, is: shape, at: path)
    }
  }

  mutating func check(_ mapping: Node.Mapping, is shape: ValueShape, at path: String) {
    for entry in mapping.entries {
      let path = path.isEmpty ? entry.key.text : "\(path).\(entry.key.text)"
      switch shape {
      case .fields(let fields):
        guard let field = fields[entry.key.text] else {
          log.report(.unknownValue(path, entry.key, among: fields.keys.sorted()))
          continue
        }
        check(entry.value, is: field, at: path)
      case .map(let value): check(entry.value, is: value, at: path)
      case .partly(let fields): check(entry.value, is: fields[entry.key.text] ?? .anything, at: path)
      case .anything: check(entry.value, is: .anything, at: path)
      default: return log.report(.wrongValue(path, is: "a mapping", wanted: shape, at: mapping.range))
      }
    }
  }

  private mutating func check(_ sequence: Node.Sequence, is shape: ValueShape, at path: String) {
    for (index, item) in sequence.items.enumerated() {
      switch shape {
      case .list(let value), .set(let value): check(item, is: value, at: "\(path)[\(index)]")
      case .anything: check(item, is: .anything, at: "\(path)[\(index)]")
      default: return log.report(.wrongValue(path, is: "a list", wanted: shape, at: sequence.range))
      }
    }
  }

  private mutating func check(_ scalar: Node.Scalar, is shape: ValueShape, at path: String) {
    if Node.scalar(scalar).isNull {
      if !nullRemoves { log.report(.valueOfNothing(path, at: scalar.range)) }
      return
    }
    let type = ScalarType(of: scalar)
    guard !shape.takes(type, scalar.text) else { return }
    if case .word(let words) = shape, case .text = type {
      return log.report(.wrongWord(path, scalar.text, among: words, at: scalar.range))
    }
    let quoted = shape.takes(.text, scalar.text) ? "\"\(scalar.text)\"" : nil
    log.report(.wrongValue(path, is: type.inWords, wanted: shape, at: scalar.range, fix: quoted))
  }
}

extension ValueShape {
  /// Whether a single value is one of these.
  fileprivate func takes(_ type: ScalarType, _ text: String) -> Bool {
    switch (self, type) {
    case (.word(let words), .text): words.contains(text)
    case (.text, .text), (.boolean, .boolean), (.integer, .integer), (.number, .integer), (.number, .decimal): true
    case (.quantity, .text), (.quantity, .integer): true
    case (.anything, .disputed): false
    case (.anything, _): true
    default: false
    }
  }
}
