internal import Certificates
internal import YAMLReading
internal import YAMLWriting

/// A document held against the schema of certificate plans, in the words of JSON Schema that this schema has.
///
/// JSON is YAML, so the document is a YAML tree: a text of JSON is one in quotes.
struct SchemaReview {
  private let definitions: YAMLValue
  let reader: PlanReader
  /// Each pattern once: compiling one takes longer than using it.
  private let patterns: [String: Regex<AnyRegexOutput>]

  /// The review of plans.
  init(_ reader: PlanReader, of plan: YAMLValue = CertificatePlan.schema) {
    definitions = plan["$defs"] ?? [:]
    self.reader = reader
    patterns = Dictionary(
      plan.patterns.compactMap { text in
        (try? Regex(text)).map { (text, $0.matchingSemantics(.unicodeScalar)) }
      }
    ) { first, _ in first }
  }

  /// Throws the first thing that is not as the schema has it.
  func expect(_ node: Node, _ schema: YAMLValue, _ name: String) throws(PlanReader.Failure) {
    guard case .mapping(let words) = schema else { return }
    for word in words { try expect(node, word, in: schema, name) }
  }

  private func expect(
    _ node: Node, _ word: YAMLValue.Entry, in schema: YAMLValue, _ name: String
  ) throws(PlanReader.Failure) {
    switch (word.key, word.value) {
    case ("$schema", _), ("title", _), ("$defs", _): return
    case ("$ref", .string(let reference)):
      guard let definition = definitions[String(reference.dropFirst("#/$defs/".count))] else { break }
      return try expect(node, definition, name)
    case ("oneOf", .sequence(let choices)): return try expectOne(of: choices, node, name)
    case ("type", .string(let type)):
      guard !node.isOf(type) else { return }
      throw reader.failure("`\(name)` is no \(words(for: type))", node)
    case ("const", let value):
      guard !node.isValue(value) else { return }
      throw reader.failure("`\(name)` is something else than `\(value.text)`", node)
    case ("enum", .sequence(let values)):
      guard !values.contains(where: node.isValue) else { return }
      throw reader.failure("`\(name)` is none of \(values.map { "`\($0.text)`" }.joined(separator: ", "))", node)
    case ("pattern", .string(let pattern)):
      guard let text = node.text, let regex = patterns[pattern] else { break }
      guard (try? regex.firstMatch(in: text)) == nil || text.hasControlCharacters else { return }
      throw reader.failure("`\(name)` is no name of its kind", node)
    case ("required", _), ("properties", _), ("additionalProperties", _), ("propertyNames", _), ("minProperties", _),
      ("maxProperties", _):
      return try expectMapping(node, word, in: schema, name)
    case ("items", _), ("minItems", _), ("maxItems", _), ("contains", _), ("uniqueItems", _):
      return try expectList(node, word, name)
    case ("minimum", .integer(let bound)), ("minLength", .integer(let bound)):
      guard size(of: node, word.key) < bound else { return }
      throw reader.failure("`\(name)` is less than \(bound)", node)
    case ("maximum", .integer(let bound)), ("maxLength", .integer(let bound)):
      guard size(of: node, word.key) > bound else { return }
      throw reader.failure("`\(name)` is more than \(bound)", node)
    default: break
    }
    throw reader.failure("the schema says `\(word.key)` of `\(name)`, which means nothing here", node)
  }

  private func size(of node: Node, _ word: String) -> Int {
    let text = node.text ?? ""
    return word.hasSuffix("Length") ? text.unicodeScalars.count : Int(text) ?? 0
  }

  /// Of several forms, what is wrong is said of the one that has most keys in common with what is there.
  private func expectOne(of choices: [YAMLValue], _ node: Node, _ name: String) throws(PlanReader.Failure) {
    var failures: [(common: Int, failure: PlanReader.Failure)] = []
    for choice in choices {
      do throws(PlanReader.Failure) {
        try expect(node, choice, name)
        return
      } catch {
        let common = node.keys.count { choice["properties"]?[$0] != nil }
        failures.append((common, error))
      }
    }
    guard let nearest = failures.reversed().max(by: { $0.common < $1.common }) else { return }
    throw nearest.failure
  }
}

extension YAMLValue {
  /// All patterns of a schema.
  fileprivate var patterns: Set<String> {
    switch self {
    case .mapping(let entries):
      entries.reduce(into: []) { patterns, entry in
        if entry.key == "pattern", case .string(let text) = entry.value { patterns.insert(text) }
        patterns.formUnion(entry.value.patterns)
      }
    case .sequence(let items): items.reduce(into: []) { $0.formUnion($1.patterns) }
    default: []
    }
  }
}

extension String {
  /// The end of a pattern stands before a last line break as well as behind it.
  fileprivate var hasControlCharacters: Bool { unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
}

private func words(for type: String) -> String {
  switch type {
  case "object": "mapping"
  case "array": "list"
  case "string": "text"
  case "integer": "whole number"
  case "boolean": "truth value"
  default: "value of its kind"
  }
}
