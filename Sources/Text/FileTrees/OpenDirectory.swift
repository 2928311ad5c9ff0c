/// An output directory while a command works on it.
///
/// Paths are walked one folder at a time and never through a symbolic link, however quickly somebody puts one there.
struct OpenDirectory: ~Copyable {
  let path: String
  let root: SystemCalls.Descriptor
  /// The folders that had to be created for the directory to be, outermost first.
  let created: [String]
  var system: SystemCalls
  private var cursor = FolderCursor()

  /// Opens a directory that exists.
  init(path: String, system: SystemCalls, created: [String] = []) throws(FileSystemError) {
    root = try SystemCalls.openFolder(path)
    self.path = path
    self.created = created
    self.system = system
  }

  /// A path for messages, as the user can type it.
  func shown(_ inside: String) -> String { path.hasSuffix("/") ? path + inside : "\(path)/\(inside)" }

  /// Where a path stands; good until the next call, which may close the folder.
  mutating func place(of path: RelativePath) throws(FileSystemError) -> SystemCalls.Place {
    let folder = try cursor.enter(path.folder?.parts ?? [], below: root.number, of: self.path)
    return SystemCalls.Place(folder: folder, name: path.name, shown: shown(path.text))
  }

  /// What stands at a path; `nil` where nothing does, or where its folder is none.
  mutating func kind(of path: RelativePath) throws(FileSystemError) -> SystemCalls.Kind? {
    do throws(FileSystemError) {
      return try SystemCalls.kind(of: place(of: path))
    } catch {
      guard error.isMissing || error.isNoFolder else { throw error }
      return nil
    }
  }

  /// The bytes of a file, or one more than the limit where it has more.
  mutating func contents(of path: RelativePath, limit: Int? = nil) throws(FileSystemError) -> [UInt8] {
    try SystemCalls.contents(of: place(of: path), limit: limit)
  }

  /// Makes sure that no other command writes here until the directory is closed.
  func lock() throws(FileSystemError) {
    guard SystemCalls.lock(root) else {
      throw FileSystemError(
        "write to", path, because: "another build is writing there; wait for it to end, and run the command again")
    }
  }
}
