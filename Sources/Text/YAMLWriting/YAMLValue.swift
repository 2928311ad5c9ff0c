/// A tree of YAML values whose mappings keep the order in which they were written.
///
/// It is the only form in which documents are built, so that no quoting and no indentation is ever done by hand.
/// Literals make a builder look like the document that it becomes.
package enum YAMLValue: Equatable, Sendable {
  case string(String)
  case integer(Int)
  /// A number with a fraction, as it is written: `0.25`.
  case decimal(String)
  case boolean(Bool)
  case null
  case sequence([YAMLValue])
  case mapping([Entry])

  /// One key of a mapping and its value.
  package struct Entry: Equatable, Sendable {
    package var key: String
    package var value: YAMLValue

    package init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }
}

extension YAMLValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension YAMLValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .integer(value) }
}

extension YAMLValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension YAMLValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: YAMLValue...) { self = .sequence(elements) }
}

extension YAMLValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, YAMLValue)...) {
    self = .mapping(elements.map { Entry($0.0, $0.1) })
  }
}

extension YAMLValue {
  /// A sequence of strings.
  package static func strings(_ texts: some Sequence<String>) -> YAMLValue { .sequence(texts.map { .string($0) }) }

  /// This mapping without the entries whose value is `nil`, so that an optional field reads as one line of a literal.
  package static func fields(_ entries: KeyValuePairs<String, YAMLValue?>) -> YAMLValue {
    .mapping(entries.compactMap { key, value in value.map { Entry(key, $0) } })
  }

  /// The value under a key of a mapping; `nil` where there is no such key, or no mapping.
  package subscript(key: String) -> YAMLValue? {
    guard case .mapping(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
