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

  package init() {}

  /// Adds a file of text behind those that are there.
  package mutating func add(_ path: RelativePath, _ text: String) {
    files.append(File(path: path, bytes: Array(text.utf8)))
  }
}
