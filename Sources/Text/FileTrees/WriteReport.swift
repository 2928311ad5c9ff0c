/// What a write did, path by path, each list sorted.
package struct WriteReport: Equatable, Sendable {
  /// Files that are new or have new bytes.
  package var written: [RelativePath] = []
  /// How many files had the right bytes already and were not touched.
  package var unchanged = 0
  /// Files of an earlier build that the tree no longer has.
  package var removed: [RelativePath] = []
  /// Files among the written ones that somebody had edited since the earlier build; the edit is gone.
  package var overwrittenByHand: [RelativePath] = []
  /// Files of an earlier build that the tree no longer has, but that somebody edited: they were kept.
  package var keptEdited: [RelativePath] = []
  /// What no build wrote; it was left alone.
  package var foreign: [RelativePath] = []
  /// Whether an earlier write had been interrupted, or somebody had put something into its staging folder.
  package var resumed = false
}
