package import Diagnostics
package import MeshNames
package import YAMLReading

extension MappingReader {
  /// A mapping that must be there.
  package mutating func required<Value>(
    _ key: String, help: String? = nil, _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    require(key, help)
    return optional(key, help: help, read)
  }

  /// A mapping that may be there.
  package mutating func optional<Value>(
    _ key: String, help: String? = nil, _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    if vocabulary != nil { survey(key, "", read) }
    guard let entry = entry(key) else { return nil }
    return mapping(entry.value, path(to: key), help: help, shared: shared(below: key), read)
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
    list(key, sharing: nil, read)
  }

  /// A list of mappings that have something in common.
  mutating func list<Value>(
    _ key: String, sharing shared: SharedPart?, _ read: (inout MappingReader) -> Value?
  ) -> [Value] {
    if vocabulary != nil { survey(key, "[]", read) }
    guard let items = items(key, ofMappingsWith: keys(read)) else { return [] }
    return items.enumerated().compactMap { mapping($1, "\(path(to: key))[\($0)]", shared: shared, read) }
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
      log.report(
        .wrongKind(path(to: key), wanted: "a mapping", found: entry.value, help: "write `\(key): {KEY: VALUE}`"))
      return []
    }
    return mapping.entries.compactMap { pair in
      let path = "\(path(to: key)).\(pair.key.text)"
      guard let name: Located<Key> = value(.scalar(pair.key), path) else { return nil }
      return value(pair.value, path).map { (key: name, value: $0) }
    }
  }

  /// A node as a mapping, read with a reader of its own.
  ///
  /// A word stands for the mapping that has it for its name, where that is all that has to be said.
  package mutating func mapping<Value>(
    _ node: Node, _ path: String, _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    mapping(node, path, shared: nil, read)
  }

  private mutating func mapping<Value>(
    _ node: Node, _ path: String, help: String? = nil, shared: SharedPart?, _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    guard let mapping = node.namedMapping, node.isMapping || isNameEnough(mapping, read) else {
      log.report(mappingMissing(in: node, path, help: help, keys: keys(read)))
      return nil
    }
    var fields = MappingReader(mapping, path: path, log: log, shared: shared)
    let value = read(&fields)
    fields.finish()
    log = fields.log
    return value
  }

  /// What is to be said of something else in a mapping's place; a word leads to the key that takes it.
  private func mappingMissing(in node: Node, _ path: String, help: String?, keys: [String]) -> Finding {
    let text = node.text ?? ""
    if let meant = Vocabulary.language.mapping(around: text, of: path) {
      return .wrongKind(path, wanted: "a mapping", found: node, help: help ?? "did you mean `\(meant)`?", fix: meant)
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, keys.contains(parts[0]) {
      let meant = "\(parts[0]): \(parts[1])"
      return .wrongKind(
        path, wanted: "a mapping", found: node, help: "a blank is missing behind the colon: `\(meant)`", fix: meant)
    }
    return .wrongKind(path, wanted: "a mapping", found: node, help: help ?? .keys(keys))
  }

  /// Whether a mapping can have a name and nothing else.
  private func isNameEnough<Value>(_ named: Node.Mapping, _ read: (inout MappingReader) -> Value?) -> Bool {
    var fields = MappingReader(named, path: path, log: FindingLog())
    _ = read(&fields)
    return fields.known.contains("name") && fields.missing.allSatisfy { fields.has($0.key) }
  }

  /// The keys that a mapping can have: those that its reader asks for when there are none.
  private func keys<Value>(_ read: (inout MappingReader) -> Value?) -> [String] {
    var fields = MappingReader(.init(entries: [], range: mapping.range), path: path, log: FindingLog())
    _ = read(&fields)
    return fields.known
  }

  /// Asks a reader for its keys and its words.
  mutating func survey<Value>(_ key: String, _ suffix: String, _ read: (inout MappingReader) -> Value?) {
    let nothing = Node.Mapping(entries: [], range: mapping.range)
    var fields = MappingReader(nothing, path: path(to: key) + suffix, log: FindingLog())
    fields.vocabulary = vocabulary
    _ = read(&fields)
    vocabulary = fields.vocabulary
  }

  /// The items of a list; a single value is a list of one, and so is a mapping that has the keys of an item and no name.
  private mutating func items(_ key: String, ofMappingsWith keys: [String] = []) -> [Node]? {
    guard let entry = entry(key) else { return nil }
    guard let items = entry.value.itemsOrItself ?? entry.value.itemAlone(of: keys) else {
      log.report(.wrongKind(path(to: key), wanted: "a list", found: entry.value, help: .dashes(entry.value, keys)))
      return nil
    }
    if items.isEmpty { log.report(.emptyList(path(to: key), at: entry.value.range)) }
    return items
  }
}

extension Node {
  /// The items of a list, or a single value as the only one.
  var itemsOrItself: [Node]? {
    switch self {
    case .scalar: [self]
    case .sequence(let sequence): sequence.items
    case .mapping: nil
    }
  }

  /// A mapping as the only item of a list, where its keys are those of items.
  ///
  /// What has a name may be a mapping by names, of which the first has the word: it is asked for as a list.
  fileprivate func itemAlone(of keys: [String]) -> [Node]? {
    guard case .mapping(let mapping) = self, !keys.contains("name"), !mapping.entries.isEmpty,
      mapping.entries.allSatisfy({ keys.contains($0.key.text) })
    else { return nil }
    return [self]
  }

  /// A mapping, or the one that has nothing but a word for its name.
  var namedMapping: Mapping? {
    switch self {
    case .scalar(let scalar):
      // A colon inside of a name is one without the blank that makes it a key's.
      isNull || scalar.text.contains(":")
        ? nil
        : Mapping(
          entries: [Entry(key: Scalar(text: "name", isPlain: true, range: scalar.range), value: self)],
          range: scalar.range)
    case .sequence: nil
    case .mapping(let mapping): mapping
    }
  }

  fileprivate var isMapping: Bool {
    if case .mapping = self { true } else { false }
  }
}

extension String? {
  /// The keys that a mapping can have, in words.
  fileprivate static func keys(_ keys: [String]) -> String? {
    guard !keys.isEmpty else { return nil }
    let names = listed(keys.map { "`\($0)`" })
    return "it can have \(keys.count == 1 ? "the key" : "the keys") \(names)"
  }

  /// How a mapping in a list's place becomes a list.
  fileprivate static func dashes(_ node: Node, _ keys: [String]) -> String? {
    guard case .mapping(let mapping) = node, let first = mapping.entries.first?.key.text else { return nil }
    let item = keys.contains(first) ? "\(first): …" : keys.contains("name") ? "name: \(first)" : first
    return "a list has a dash before each item: `- \(item)`"
  }
}
