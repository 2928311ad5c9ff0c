package import Diagnostics

/// A YAML document as a tree in which every key and every value knows its place in the source.
///
/// Scalars stay texts: the field that asks for one decides what type it is, so `1.20` keeps its zero and `no` stays
/// a word where a word is wanted.
package enum Node: Sendable {
  case scalar(Scalar)
  case sequence(Sequence)
  case mapping(Mapping)

  /// A text, and whether it stood there without quotes.
  package struct Scalar: Sendable {
    package let text: String
    /// Whether the text was written plain; only a plain text may be taken for a number, a Boolean or null.
    package let isPlain: Bool
    package let range: SourceRange

    package init(text: String, isPlain: Bool, range: SourceRange) {
      self.text = text
      self.isPlain = isPlain
      self.range = range
    }
  }

  /// A list.
  package struct Sequence: Sendable {
    package let items: [Node]
    package let range: SourceRange

    package init(items: [Node], range: SourceRange) {
      self.items = items
      self.range = range
    }
  }

  /// A list of keys and values, in the order of the source.
  package struct Mapping: Sendable {
    package let entries: [Entry]
    package let range: SourceRange

    package init(entries: [Entry], range: SourceRange) {
      self.entries = entries
      self.range = range
    }
  }

  /// One key of a mapping and its value.
  package struct Entry: Sendable {
    package let key: Scalar
    package let value: Node

    package init(key: Scalar, value: Node) {
      self.key = key
      self.value = value
    }
  }

  package var range: SourceRange {
    switch self {
    case .scalar(let scalar): scalar.range
    case .sequence(let sequence): sequence.range
    case .mapping(let mapping): mapping.range
    }
  }

  /// Whether nothing was written where a value could stand: an empty place, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let scalar) = self, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// What a reader of the source would call the value.
  package var kindInWords: String {
    switch self {
    case .scalar: isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
