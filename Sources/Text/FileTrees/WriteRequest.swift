internal import Digests

/// What a directory is to hold, and what of it is the tree's already.
struct WriteRequest {
  let tree: FileTree
  /// The file that tells where all others are, and is written last.
  let index: RelativePath
  let paths: Set<RelativePath>
  private let claim: Claim

  init(tree: FileTree, index: RelativePath, claim: Claim) {
    self.tree = tree
    self.index = index
    self.claim = claim
    paths = Set(tree.files.map(\.path))
  }

  /// Whether a generated file could be at a path: in one of the tree's folders and in no repository there, or outermost.
  func mayHold(_ path: RelativePath) -> Bool {
    path.folder.map(owns) ?? true
  }

  /// Whether a folder is one of the tree's, or in one.
  func owns(folder path: RelativePath) -> Bool {
    tree.folders.contains(String(path.parts[0])) && !path.parts.contains(".git")
  }

  /// Whether files that bear an owner's mark are the tree's.
  func isOurs(_ owner: String) -> Bool { owner == tree.mark.owner || claim.takesOver }

  /// Whether an earlier release wrote these bytes there; its index cannot list its own digest.
  func wrote(_ bytes: [UInt8], _ path: RelativePath) -> Bool {
    guard let digest = claim.recorded[path] else { return path == index && !claim.recorded.isEmpty }
    return SHA256Digest(of: bytes) == digest
  }

  /// Whether an earlier release wrote anything there.
  func hasRecord(of path: RelativePath) -> Bool { claim.recorded[path] != nil }

  /// Why the tree cannot be a directory: a path twice, below a file, or in our own folder; `nil` where it can.
  func contradiction(in directory: borrowing OpenDirectory) -> FileSystemError? {
    if paths.count != tree.files.count {
      return FileSystemError("write", directory.path, because: "the tree has two files of the same path")
    }
    var folders: Set<RelativePath> = []
    for path in paths { folders.insertFolders(of: path) }
    let both = folders.intersection(paths).min()
    return both.map {
      FileSystemError("write", directory.shown($0.text), because: "the tree has it as a file and as a folder")
    }
  }
}
