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
  private var missing: [(key: String, help: String?)] = []

  package init(_ mapping: Node.Mapping, path: String, log: FindingLog) {
    self.mapping = mapping
    self.path = path
    self.log = log
  }

  /// The entry of a key, if there is one with a value; a key without a value is reported.
  package mutating func entry(_ key: String) -> Node.Entry? {
    known.append(key)
    guard let entry = mapping.entries.first(where: { $0.key.text == key }) else { return nil }
    guard !entry.value.isNull else {
      log.report(.noValue(for: self.path(to: key), at: entry.key.range))
      return nil
    }
    return entry
  }

  /// Whether a key stands there, be its value right or not.
  package func has(_ key: String) -> Bool { mapping.entries.contains { $0.key.text == key } }

  /// Says that a key must be there.
  package mutating func require(_ key: String, _ help: String? = nil) {
    if !has(key) { missing.append((key, help)) }
  }

  /// Reports a key that the language has and this compiler does not plan yet.
  package mutating func refuse(_ keys: String...) {
    for key in keys {
      known.append(key)
      guard let entry = mapping.entries.first(where: { $0.key.text == key }) else { continue }
      log.report(.notSupportedYet("`\(path(to: key))`", at: entry.key.range))
    }
  }

  /// The keys that stand there and, for those that nobody asked for, the ones that were probably meant.
  package var keysMeant: Set<String> {
    Set(
      mapping.entries.map { known.contains($0.key.text) ? $0.key.text : nearest(to: $0.key.text, among: known) ?? "" })
  }

  /// Takes every key for known: what is written here is in a language that nobody can judge.
  package mutating func ignoreRest() { known += mapping.entries.map(\.key.text) }

  /// Reports the keys that nobody asked for, and those that must be there and are not.
  ///
  /// A missing key that was probably only misspelt is reported once, as the unknown key that it is.
  package mutating func finish() {
    var misspelt: [String] = []
    for entry in mapping.entries where !known.contains(entry.key.text) {
      let meant = nearest(to: entry.key.text, among: known)
      meant.map { misspelt.append($0) }
      log.report(.unknownKey(entry.key.text, in: path, at: entry.key.range, known: known, meant: meant))
    }
    for (key, help) in missing where !misspelt.contains(key) {
      log.report(.missingKey(key, in: path, at: firstPlace, help: help))
    }
  }

  /// The path of a field of this mapping.
  package func path(to key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

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
    guard let entry = entry(key), let scalar = scalar(entry.value, path(to: key)) else { return nil }
    guard let word = Word(rawValue: scalar.text) else {
      log.report(.unknownWord(scalar.text, for: path(to: key), at: scalar.range, words: Word.allCases.map(\.rawValue)))
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
    log.report(.wrongKind(path, wanted: "a single value", found: node))
    return nil
  }
}

/// A type whose values are a few words of the language.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}
