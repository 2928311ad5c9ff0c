/// What a document may be at most.
package struct ReadingLimits: Sendable {
  /// Bytes of the whole text.
  package let bytes: Int
  /// Collections inside each other.
  ///
  /// libyaml 0.2.5 has no limit of its own, and a tree is read by recursion.
  package let depth: Int

  package init(bytes: Int, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  /// A topology: 16 MiB, 64 levels.
  package static let topology = ReadingLimits(bytes: 16 << 20, depth: 64)
}
