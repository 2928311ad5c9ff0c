package import Diagnostics
package import MeshNames
package import YAMLReading

extension MappingReader {
  /// A mapping that must be there.
  package mutating func required<Value>(
    _ key: String, help: String? = nil, _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    require(key, help)
    return optional(key, read)
  }

  /// A mapping that may be there.
  package mutating func optional<Value>(_ key: String, _ read: (inout MappingReader) -> Value?) -> Value? {
    guard let entry = entry(key) else { return nil }
    return mapping(entry.value, path(to: key), read)
  }

  /// A list of mappings that must be there and have an item.
  package mutating func requiredList<Value>(
    _ key: String, help: String? = nil, _ read: (inout MappingReader) -> Value?
  ) -> [Value] {
    require(key, help)
    return list(key, read)
  }

  /// A list of mappings that may be there, and then has an item.
  package mutating func list<Value>(_ key: String, _ read: (inout MappingReader) -> Value?) -> [Value] {
    guard let items = items(key) else { return [] }
    return items.enumerated().compactMap { mapping($1, "\(path(to: key))[\($0)]", read) }
  }

  /// A list of single values that may be there.
  package mutating func list<Value: TextValue>(_ key: String) -> [Located<Value>] {
    guard let items = items(key) else { return [] }
    return items.enumerated().compactMap { value($1, "\(path(to: key))[\($0)]") }
  }

  /// A mapping of keys that nobody knows beforehand to single values.
  package mutating func pairs<Key: TextValue, Value: TextValue>(
    _ key: String
  ) -> [(key: Located<Key>, value: Located<Value>)] {
    guard let entry = entry(key) else { return [] }
    guard case .mapping(let mapping) = entry.value else {
      log.report(.wrongKind(path(to: key), wanted: "a mapping", found: entry.value))
      return []
    }
    return mapping.entries.compactMap { pair in
      let path = "\(path(to: key)).\(pair.key.text)"
      guard let name: Located<Key> = value(.scalar(pair.key), path) else { return nil }
      return value(pair.value, path).map { (key: name, value: $0) }
    }
  }

  /// A node as a mapping, read with a reader of its own.
  package mutating func mapping<Value>(
    _ node: Node, _ path: String, _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    guard case .mapping(let mapping) = node else {
      log.report(.wrongKind(path, wanted: "a mapping", found: node, keys: keys(read)))
      return nil
    }
    var fields = MappingReader(mapping, path: path, log: log)
    let value = read(&fields)
    fields.finish()
    log = fields.log
    return value
  }

  /// The keys that a mapping can have: those that its reader asks for when there are none.
  private func keys<Value>(_ read: (inout MappingReader) -> Value?) -> [String] {
    var fields = MappingReader(.init(entries: [], range: mapping.range), path: path, log: FindingLog())
    _ = read(&fields)
    return fields.known
  }

  private mutating func items(_ key: String) -> [Node]? {
    guard let entry = entry(key) else { return nil }
    guard case .sequence(let sequence) = entry.value else {
      log.report(.wrongKind(path(to: key), wanted: "a list", found: entry.value))
      return nil
    }
    if sequence.items.isEmpty { log.report(.emptyList(path(to: key), at: sequence.range)) }
    return sequence.items
  }
}
