/// A directory as a value: every file's path and bytes, in the order in which they are written.
package struct FileTree: Equatable, Sendable {
  /// One file: a path inside the directory, and its bytes.
  package struct File: Equatable, Sendable {
    package var path: RelativePath
    package var bytes: [UInt8]

    package init(path: RelativePath, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package private(set) var files: [File] = []
  /// By which its files are known on the disk.
  package let mark: Mark
  /// The outermost folders that files of this kind of tree can be in.
  ///
  /// Elsewhere, a mark means nothing: an output of the same name may lie beside this one.
  package let folders: Set<String>

  package init(mark: Mark, folders: Set<String>) {
    self.mark = mark
    self.folders = folders
  }

  /// Adds a file of text behind those that are there.
  package mutating func add(_ path: RelativePath, _ text: String) {
    files.append(File(path: path, bytes: Array(text.utf8)))
  }
}
