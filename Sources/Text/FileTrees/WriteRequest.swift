internal import Digests

/// What a directory is to hold, and what an earlier build says that it put there.
struct WriteRequest {
  let tree: FileTree
  /// The file that lists the others and is written last.
  let index: RelativePath
  /// The files that the index of the earlier build lists; empty where there was none.
  let owned: [RelativePath: SHA256Digest]
  /// All paths that are ours: of the tree and of the earlier build.
  let paths: Set<RelativePath>
  private let treePaths: Set<RelativePath>

  init(tree: FileTree, index: RelativePath, owned: [RelativePath: SHA256Digest]) {
    self.tree = tree
    self.index = index
    self.owned = owned
    treePaths = Set(tree.files.map(\.path))
    paths = treePaths.union(owned.keys)
  }

  /// The files of the earlier build that the tree does not have, sorted.
  var obsolete: [(path: RelativePath, digest: SHA256Digest)] {
    owned.filter { !treePaths.contains($0.key) && $0.key != index }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// Who wrote the bytes at a path that have the digest.
  func origin(of path: RelativePath, _ digest: SHA256Digest) -> Survey.Origin {
    if let recorded = owned[path] { return digest == recorded ? .build : .hand }
    // An index cannot list its own digest. That there is one is told by what it lists.
    return path == index && !owned.isEmpty ? .build : .unknown
  }

  /// Why the tree cannot be a directory: a path twice, below a file, or in our own folder; `nil` where it can.
  func contradiction(in directory: borrowing OpenDirectory) -> FileSystemError? {
    if treePaths.count != tree.files.count {
      return FileSystemError("write", directory.path, because: "the tree has two files of the same path")
    }
    var folders: Set<RelativePath> = []
    for path in treePaths { folders.insertFolders(of: path) }
    let both = folders.intersection(treePaths).min()
    return both.map {
      FileSystemError("write", directory.shown($0.text), because: "the tree has it as a file and as a folder")
    }
  }
}
