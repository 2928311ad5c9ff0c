internal import MeshModel
internal import YAMLWriting

/// The forms of JSON Schema that the plan's needs.
enum Schema {
  /// A text of one line, in which nothing moves the cursor.
  static let text: YAMLValue = ["type": "string", "pattern": "^[^\\u0000-\\u001f\\u007f]+$"]

  /// A mapping with these keys and no others.
  static func object(
    _ required: KeyValuePairs<String, YAMLValue>, optional: KeyValuePairs<String, YAMLValue> = [:]
  ) -> YAMLValue {
    let entries = { (pairs: KeyValuePairs<String, YAMLValue>) in pairs.map { YAMLValue.Entry($0.key, $0.value) } }
    return [
      "type": "object",
      "additionalProperties": false,
      "required": .strings(required.map(\.key)),
      "properties": .mapping(entries(required) + entries(optional)),
    ]
  }

  static func list(_ items: YAMLValue, atLeast count: Int? = nil) -> YAMLValue {
    .fields(["type": "array", "items": items, "minItems": count.map { .integer($0) }])
  }

  static func integer(from least: Int, to most: Int? = nil) -> YAMLValue {
    .fields(["type": "integer", "minimum": .integer(least), "maximum": most.map { .integer($0) }])
  }

  static func oneOf(_ words: [some Choice]) -> YAMLValue { ["enum": .strings(words.map(\.rawValue))] }

  static func reference(_ definition: String) -> YAMLValue { ["$ref": "#/$defs/\(definition)"] }

  static func orNull(_ schema: YAMLValue) -> YAMLValue { ["oneOf": [["type": "null"], schema]] }
}
