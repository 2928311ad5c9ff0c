/// A stretch of a source text, in bytes from its beginning.
package struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  package let start: Int
  /// The offset behind the last byte; never smaller than `start`.
  package let end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = Swift.max(start, end)
  }

  /// The place before a byte, as an empty range.
  package init(at offset: Int) { self.init(offset, offset) }

  /// Whether another range lies inside of this one.
  package func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

  /// The smallest range that holds both.
  package func joined(with other: SourceRange) -> SourceRange {
    SourceRange(Swift.min(start, other.start), Swift.max(end, other.end))
  }
}
