/// What a write did, path by path, each list sorted.
package struct WriteReport: Equatable, Sendable {
  /// Files that are new or have new bytes.
  package var written: [RelativePath] = []
  /// How many files had the right bytes already and were not touched.
  package var unchanged = 0
  /// Files of an earlier build that the tree no longer has.
  package var removed: [RelativePath] = []
  /// Files among the written ones that took another file's place.
  package var replaced: [RelativePath] = []
  /// The same, where what was there was not as a build leaves it.
  package var mended: [Mended] = []
  /// What no build wrote; it was left alone.
  package var foreign: [RelativePath] = []
  /// Whether an earlier write had been interrupted, or somebody had put something into its staging folder.
  package var resumed = false

  /// A file that somebody, or Git, had changed; the change is gone.
  package struct Mended: Equatable, Sendable {
    package let path: RelativePath
    package let damage: Damage
  }
}
