internal import YAMLReading
internal import YAMLWriting

extension Node {
  var keys: [String] {
    if case .mapping(let mapping) = self { mapping.entries.map(\.key.text) } else { [] }
  }

  /// Whether it is of a type of JSON.
  func isOf(_ type: String) -> Bool {
    switch (type, self) {
    case ("object", .mapping), ("array", .sequence): true
    case ("string", .scalar(let scalar)): !scalar.isPlain
    case ("null", .scalar(let scalar)): scalar.isPlain && scalar.text == "null"
    case ("boolean", .scalar(let scalar)): scalar.isPlain && ["true", "false"].contains(scalar.text)
    case ("integer", .scalar(let scalar)): scalar.isPlain && Int(scalar.text).map { "\($0)" } == scalar.text
    default: false
    }
  }

  func isValue(_ value: YAMLValue) -> Bool {
    switch value {
    case .string: isOf("string") && text == value.text
    case .integer: isOf("integer") && text == value.text
    case .boolean: isOf("boolean") && text == value.text
    default: false
    }
  }
}

extension YAMLValue {
  /// A single value as JSON writes it, without quotes.
  var text: String {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    default: "null"
    }
  }
}
