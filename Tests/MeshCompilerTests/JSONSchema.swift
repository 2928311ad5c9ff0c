import Foundation

/// As much of JSON Schema (draft 2020-12) as the schemas of this repository use.
struct JSONSchema {
  private let root: [String: Any]

  init?(_ data: Data) {
    guard let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else { return nil }
    self.root = root
  }

  /// What is wrong with a document, each with its path.
  func problems(with document: Any) -> [String] { problems(with: document, root, "") }

  private static let known: Set<String> = [
    "$schema", "title", "$defs", "$ref", "type", "const", "enum", "oneOf", "contains", "uniqueItems", "items",
    "minItems", "maxItems", "required", "properties", "additionalProperties", "propertyNames", "minProperties",
    "maxProperties", "minLength", "maxLength", "pattern", "minimum", "maximum",
  ]

  private func problems(with value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    let unknown = schema.keys.filter { !Self.known.contains($0) }
    guard unknown.isEmpty else { return ["\(path): the schema has \(unknown), which this reader does not know"] }
    if let reference = schema["$ref"] as? String {
      let definitions = root["$defs"] as? [String: Any]
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = definitions?[name] as? [String: Any] else { return ["\(path): no \(reference)"] }
      return problems(with: value, target, path)
    }
    var found: [String] = []
    if let type = schema["type"] as? String, !Self.matches(value, type) { return ["\(path): no \(type)"] }
    if let constant = schema["const"], !Self.equal(value, constant) { found.append("\(path): not \(constant)") }
    if let choices = schema["enum"] as? [Any], !choices.contains(where: { Self.equal(value, $0) }) {
      found.append("\(path): \(value) is none of \(choices)")
    }
    if let choices = schema["oneOf"] as? [[String: Any]],
      choices.count(where: { problems(with: value, $0, path).isEmpty }) != 1
    {
      found.append("\(path): not exactly one of the forms")
    }
    if let object = value as? [String: Any] { found += objectProblems(object, schema, path) }
    if let array = value as? [Any] { found += arrayProblems(array, schema, path) }
    if let text = value as? String { found += textProblems(text, schema, path) }
    if let number = value as? Int {
      if let least = schema["minimum"] as? Int, number < least { found.append("\(path): below \(least)") }
      if let most = schema["maximum"] as? Int, number > most { found.append("\(path): above \(most)") }
    }
    return found
  }

  private func objectProblems(_ object: [String: Any], _ schema: [String: Any], _ path: String) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): no \($0)" }
    if let least = schema["minProperties"] as? Int, object.count < least { found.append("\(path): too few keys") }
    if let most = schema["maxProperties"] as? Int, object.count > most { found.append("\(path): too many keys") }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      let place = "\(path)/\(key)"
      if let names = schema["propertyNames"] as? [String: Any] { found += problems(with: key, names, place) }
      if let property = properties[key] {
        found += problems(with: value, property, place)
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        found += problems(with: value, others, place)
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(place): unknown")
      }
    }
    return found
  }

  private func arrayProblems(_ array: [Any], _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let least = schema["minItems"] as? Int, array.count < least { found.append("\(path): too few") }
    if let most = schema["maxItems"] as? Int, array.count > most { found.append("\(path): too many") }
    if schema["uniqueItems"] as? Bool == true, Set(array.map { "\($0)" }).count != array.count {
      found.append("\(path): an item stands there twice")
    }
    if let wanted = schema["contains"] as? [String: Any],
      !array.contains(where: { problems(with: $0, wanted, path).isEmpty })
    {
      found.append("\(path): lacks an item")
    }
    guard let items = schema["items"] as? [String: Any] else { return found }
    return found + array.enumerated().flatMap { problems(with: $1, items, "\(path)/\($0)") }
  }

  private func textProblems(_ text: String, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let least = schema["minLength"] as? Int, text.count < least { found.append("\(path): too short") }
    if let most = schema["maxLength"] as? Int, text.count > most { found.append("\(path): too long") }
    if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
      found.append("\(path): \(text) does not match \(pattern)")
    }
    return found
  }

  private static func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": value is Bool
    case "integer": value is Int
    default: false
    }
  }

  private static func equal(_ left: Any, _ right: Any) -> Bool {
    (left as? NSObject)?.isEqual(right as? NSObject) ?? false
  }
}
