package import Diagnostics
package import MeshNames
package import YAMLReading

/// Reads the fields of one mapping and reports what is missing, of the wrong kind, or unknown.
///
/// Every field is asked for once. A field that is not right gives `nil` and a finding, and reading goes on, so that
/// a run reports everything at once. Keys that nobody asked for are reported by `finish`, which the functions that
/// hand out a reader call.
package struct MappingReader {
  package let mapping: Node.Mapping
  /// Where the mapping stands, as messages name it: `clusters[1].gateway`; empty for the document's root.
  package let path: String
  package var log: FindingLog
  private(set) var known: [String] = []
  /// Keys without a value.
  private(set) var empty: [Node.Scalar] = []
  private(set) var missing: [(key: String, help: String?, others: [String])] = []
  /// What stands elsewhere and is true of this mapping, too.
  let shared: SharedPart?
  /// The keys and words that the readers ask for, while nothing else is wanted of them.
  var vocabulary: Vocabulary?

  package init(_ mapping: Node.Mapping, path: String, log: FindingLog) {
    self.init(mapping, path: path, log: log, shared: nil)
  }

  init(_ mapping: Node.Mapping, path: String, log: FindingLog, shared: SharedPart?) {
    self.mapping = mapping
    self.path = path
    self.log = log
    self.shared = shared
  }

  /// The entry of a key, if there is one with a value; a key without a value is reported.
  package mutating func entry(_ key: String) -> Node.Entry? {
    known.append(key)
    vocabulary?.add(key: key, of: path)
    guard let entry = mapping.entries.first(where: { $0.key.text == key }) else { return nil }
    guard !entry.value.isNull else {
      empty.append(entry.key)
      return nil
    }
    return entry
  }

  /// Whether a key stands there, be its value right or not.
  package func has(_ key: String) -> Bool { mapping.entries.contains { $0.key.text == key } }

  /// Says that a key must be there, or one of others in its place.
  package mutating func require(_ key: String, _ help: String? = nil, or others: [String] = []) {
    if !has(key), !others.contains(where: has) { missing.append((key, help, others)) }
  }

  /// Reports a key that the language has and this compiler does not plan yet.
  package mutating func refuse(_ keys: String...) {
    for key in keys {
      known.append(key)
      vocabulary?.add(key: key, of: path)
      guard let entry = mapping.entries.first(where: { $0.key.text == key }) else { continue }
      log.report(.notSupportedYet("`\(path(to: key))`", at: entry.key.range))
    }
  }

  /// The keys that stand there and, for those that nobody asked for, the ones that were probably meant.
  package var keysMeant: Set<String> {
    Set(mapping.entries.map { known.contains($0.key.text) ? $0.key.text : keyMeant(by: $0.key.text) ?? "" })
  }

  /// Takes every key for known: what is written here is in a language that nobody can judge.
  package mutating func ignoreRest() { known += mapping.entries.map(\.key.text) }

  /// The path of a field of this mapping.
  package func path(to key: String) -> String {
    let owner = owner(of: key)
    return owner.isEmpty ? key : "\(owner).\(key)"
  }

  /// What messages call the mapping in which a key was written: this one, or what is shared with others.
  func owner(of key: String) -> String {
    guard let shared, let entry = mapping.entries.first(where: { $0.key.text == key }), isShared(entry) else {
      return path
    }
    return shared.path
  }

  func isShared(_ entry: Node.Entry) -> Bool { shared?.range.contains(entry.key.range) ?? false }

  /// What is shared of a mapping below a key.
  func shared(below key: String) -> SharedPart? {
    shared.map { SharedPart(range: $0.range, path: "\($0.path).\(key)") }
  }

  /// Where a mapping is said to lack something: its first key, or its braces.
  package var firstPlace: SourceRange { mapping.entries.first?.key.range ?? mapping.range }
}

// MARK: - Single values

extension MappingReader {
  /// A value that must be there.
  package mutating func required<Value: TextValue>(_ key: String, help: String? = nil) -> Located<Value>? {
    require(key, help)
    return optional(key)
  }

  /// A value that may be there.
  package mutating func optional<Value: TextValue>(_ key: String) -> Located<Value>? {
    guard let entry = entry(key) else { return nil }
    return value(entry.value, path(to: key))
  }

  /// One of a few words, which must be there.
  package mutating func required<Word: Choice>(_ key: String, help: String? = nil) -> Located<Word>? {
    require(key, help)
    return optional(key)
  }

  /// One of a few words, which may be there.
  package mutating func optional<Word: Choice>(_ key: String) -> Located<Word>? {
    let path = path(to: key)
    vocabulary?.add(words: Word.allCases.map(\.rawValue), of: path)
    guard let entry = entry(key), let scalar = scalar(entry.value, path) else { return nil }
    guard let word = Word(rawValue: scalar.text) else {
      log.report(.unknownWord(scalar.text, for: path, at: scalar.range, words: Word.allCases.map(\.rawValue)))
      return nil
    }
    return Located(word, at: scalar.range)
  }

  /// A node as a value.
  package mutating func value<Value: TextValue>(_ node: Node, _ path: String) -> Located<Value>? {
    guard let scalar = scalar(node, path) else { return nil }
    do throws(Misfit) {
      return Located(try Value(parsing: scalar.text), at: scalar.range)
    } catch {
      log.report(.misfit(scalar.text, for: path, error, at: scalar.range))
      return nil
    }
  }

  private mutating func scalar(_ node: Node, _ path: String) -> Node.Scalar? {
    if case .scalar(let scalar) = node { return scalar }
    log.report(.wrongKind(path, wanted: "a single value", found: node, help: node.singleValue))
    return nil
  }
}

extension Node {
  /// What would stand in a list's or a mapping's place, where it has a single value.
  fileprivate var singleValue: String? {
    switch self {
    case .scalar: nil
    case .sequence(let list):
      list.items.count == 1 ? list.items[0].text.map { "write `\($0)` without brackets or dash" } : "it takes one alone"
    case .mapping(let mapping):
      mapping.entries.count == 1 ? mapping.entries[0].value.text.map { "write `\($0)` alone" } : nil
    }
  }
}

/// A type whose values are a few words of the language.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}
