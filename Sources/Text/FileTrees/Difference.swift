package import Digests

/// A path at which a directory is not what a tree says.
package struct Difference: Equatable, Sendable {
  /// In which way it is not.
  package enum Kind: CaseIterable, Sendable {
    /// The tree has the file, the directory does not.
    case missing
    /// The file is as the earlier build left it, and the tree has other bytes.
    case stale
    /// The file is neither what the tree has nor what the earlier build left.
    case handEdited
    /// An earlier build wrote the file, and the tree no longer has it.
    case obsolete
    /// The same, but somebody has edited it since: a write would keep it.
    case editedObsolete
    /// No build wrote it, and the tree has nothing there.
    case foreign
    /// No build wrote it, and the tree has a file of that path: a write would refuse.
    case inTheWay
    /// A symbolic link where one of our files or folders should be: a write would refuse.
    case symbolicLink
  }

  package let path: RelativePath
  package let kind: Kind
  /// The bytes that are there; `nil` where no file of ours is, and for foreign ones, which are not read.
  package var onDisk: [UInt8]?
  /// The bytes that the tree has; `nil` where it has no such file.
  package var wanted: [UInt8]?
}

extension Directory {
  /// Compares the directory with a tree, and changes nothing.
  ///
  /// - Parameters:
  ///   - tree: The files that should be there.
  ///   - index: The file of the tree that lists the others.
  ///   - owned: The files that the index of the earlier build lists, with its digests; empty where there was none.
  /// - Returns: The differences, sorted by path; none where a write would change nothing and name nothing.
  /// - Throws: What could not be read.
  package func compare(
    with tree: FileTree, sealedBy index: RelativePath, owned: [RelativePath: SHA256Digest]
  ) throws(FileSystemError) -> [Difference] {
    guard var directory = try opened() else {
      return tree.files.map { Difference(path: $0.path, kind: .missing, wanted: $0.bytes) }.sorted { $0.path < $1.path }
    }
    let survey = try directory.survey(WriteRequest(tree: tree, index: index, owned: owned))
    return survey.differences.sorted { $0.path < $1.path }
  }
}

extension Survey {
  fileprivate var differences: [Difference] {
    // What is behind a link is not missing, it is not looked at.
    missing.filter { file in !links.contains { file.path.isInside($0) } }
      .map { Difference(path: $0.path, kind: .missing, wanted: $0.bytes) }
      + changes.map {
        Difference(path: $0.file.path, kind: $0.origin.kind, onDisk: $0.onDisk, wanted: $0.file.bytes)
      }
      + obsolete.map {
        Difference(path: $0.path, kind: $0.origin == .hand ? .editedObsolete : .obsolete, onDisk: $0.onDisk)
      }
      + links.map { Difference(path: $0, kind: .symbolicLink) }
      + occupied.map { Difference(path: $0, kind: .inTheWay) }
      + foreign.map { Difference(path: $0, kind: .foreign) }
  }
}

extension Survey.Origin {
  fileprivate var kind: Difference.Kind {
    switch self {
    case .build: .stale
    case .hand: .handEdited
    case .unknown: .inTheWay
    }
  }
}
