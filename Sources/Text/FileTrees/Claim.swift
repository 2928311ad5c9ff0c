package import Digests

/// What of a directory belongs to a tree beyond the files that bear its mark.
package struct Claim: Sendable {
  /// What the index of an earlier release lists, with digests.
  ///
  /// Its files did not all have marks. They are overwritten, and none is removed because a list says so.
  let recorded: [RelativePath: SHA256Digest]
  /// Whether files that bear another owner's mark are taken for the tree's own.
  let takesOver: Bool

  package init(recorded: [RelativePath: SHA256Digest] = [:], takesOver: Bool = false) {
    self.recorded = recorded
    self.takesOver = takesOver
  }
}
