internal import YAMLReading
internal import YAMLWriting

// Mappings and lists, whose words are about what they hold.
extension SchemaReview {
  func expectMapping(
    _ node: Node, _ word: YAMLValue.Entry, in schema: YAMLValue, _ name: String
  ) throws(PlanReader.Failure) {
    guard case .mapping(let mapping) = node else { throw reader.failure("`\(name)` is no mapping", node) }
    switch (word.key, word.value) {
    case ("required", .sequence(let keys)):
      for key in keys where mapping.node(at: [key.text]) == nil {
        throw reader.failure("`\(key.text)` is missing" + (name == "plan" ? "" : " in `\(name)`"), node)
      }
    case ("properties", let properties):
      for entry in mapping.entries {
        guard let property = properties[entry.key.text] else { continue }
        try expect(entry.value, property, entry.key.text)
      }
    case ("additionalProperties", .boolean(false)):
      for entry in mapping.entries where schema["properties"]?[entry.key.text] == nil {
        throw reader.failure("`\(entry.key.text)` is no key of a plan's `\(name)`", .scalar(entry.key))
      }
    case ("additionalProperties", let form):
      for entry in mapping.entries { try expect(entry.value, form, entry.key.text) }
    case ("propertyNames", let form):
      for entry in mapping.entries { try expect(.scalar(entry.key), form, "\(name)`'s key `\(entry.key.text)") }
    case ("minProperties", .integer(let least)) where mapping.entries.count < least,
      ("maxProperties", .integer(let least)) where mapping.entries.count > least:
      throw reader.failure("`\(name)` has \(mapping.entries.count) keys instead of \(least)", node)
    default: return
    }
  }

  func expectList(
    _ node: Node, _ word: YAMLValue.Entry, _ name: String
  ) throws(PlanReader.Failure) {
    guard let items = node.items else { throw reader.failure("`\(name)` is no list", node) }
    switch (word.key, word.value) {
    case ("items", let form):
      for item in items { try expect(item, form, name) }
    case ("minItems", .integer(let least)) where items.count < least:
      throw reader.failure("`\(name)` is to hold \(least) at least", node)
    case ("maxItems", .integer(let most)) where items.count > most:
      throw reader.failure("`\(name)` is to hold \(most) at most", node)
    case ("contains", let form):
      guard let value = form["const"], !items.contains(where: { $0.isValue(value) }) else { return }
      throw reader.failure("`\(name)` lacks `\(value.text)`", node)
    case ("uniqueItems", .boolean(true)) where Set(items.map(\.text)).count < items.count:
      throw reader.failure("`\(name)` says something twice", node)
    default: return
    }
  }
}
