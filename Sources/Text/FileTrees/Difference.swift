/// A path at which a directory is not what a tree says.
package struct Difference: Equatable, Sendable {
  /// In which way it is not.
  package enum Kind: CaseIterable, Sendable {
    /// The tree has the file, the directory does not.
    case missing
    /// The tree has other bytes, and the file may be an earlier build's.
    case stale
    /// The tree has other bytes, and no build left the file like that.
    case handEdited
    /// The file bears the tree's mark, and the tree does not have it: a write removes it.
    case obsolete
    /// It is not the tree's, and the tree has nothing there.
    case foreign
    /// It is not the tree's, and the tree has a file of that path: a write would refuse.
    case inTheWay
    /// The same, and it bears another owner's mark: a write would refuse the whole directory.
    case anothers
    /// A symbolic link where one of our files or folders should be: a write would refuse.
    case symbolicLink
  }

  package let path: RelativePath
  package let kind: Kind
  /// The bytes that are there; `nil` where no file of ours is, and for foreign ones, which are not read.
  package var onDisk: [UInt8]?
  /// The bytes that the tree has; `nil` where it has no such file.
  package var wanted: [UInt8]?
  /// What shows that somebody, or Git, has changed the file.
  package var damage: Damage?
  /// Whose mark the file bears, where that is not the tree's.
  package var owner: String?
}

extension Directory {
  /// Compares the directory with a tree, and changes nothing.
  ///
  /// - Parameters:
  ///   - tree: The files that should be there.
  ///   - index: The file of the tree that tells where the others are.
  ///   - claim: What belongs to the tree beyond its mark.
  /// - Returns: The differences, sorted by path; none where a write would change nothing and name nothing.
  /// - Throws: What could not be read.
  package func compare(
    with tree: FileTree, sealedBy index: RelativePath, claiming claim: Claim = Claim()
  ) throws(FileSystemError) -> [Difference] {
    guard var directory = try opened() else {
      return tree.files.map { Difference(path: $0.path, kind: .missing, wanted: $0.bytes) }.sorted { $0.path < $1.path }
    }
    let survey = try directory.survey(WriteRequest(tree: tree, index: index, claim: claim))
    return survey.differences.sorted { $0.path < $1.path }
  }
}

extension Survey {
  fileprivate var differences: [Difference] {
    // What is behind a link is not missing, it is not looked at.
    missing.filter { file in !links.contains { file.path.isInside($0) } }
      .map { Difference(path: $0.path, kind: .missing, wanted: $0.bytes) }
      + changes.map {
        Difference(
          path: $0.file.path, kind: $0.damage == nil ? .stale : .handEdited, onDisk: $0.onDisk, wanted: $0.file.bytes,
          damage: $0.damage)
      }
      + obsolete.map { Difference(path: $0.path, kind: .obsolete, onDisk: $0.onDisk) }
      + obstacles.map {
        Difference(
          path: $0.file.path, kind: $0.owner == nil ? .inTheWay : .anothers, onDisk: $0.onDisk, wanted: $0.file.bytes,
          owner: $0.owner)
      }
      + links.map { Difference(path: $0, kind: .symbolicLink) }
      + occupied.map { Difference(path: $0, kind: .inTheWay) }
      + foreign.map { Difference(path: $0, kind: .foreign) }
  }
}
