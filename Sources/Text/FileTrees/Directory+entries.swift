/// Something in an output directory that is no folder.
package struct DirectoryEntry: Equatable, Sendable {
  /// What it is; only a file can have been written by a build.
  package enum Kind: Sendable {
    case file, symbolicLink, other
  }

  package let path: RelativePath
  package let kind: Kind
}

extension Directory {
  /// Everything that is there, sorted by path, folders left out; nothing where there is no directory.
  ///
  /// The staging folder and `.git` are not listed: neither holds output.
  package func entries() throws(FileSystemError) -> [DirectoryEntry] {
    guard var directory = try opened() else { return [] }
    return try directory.entries().compactMap { path, kind in
      switch kind {
      case .folder: nil
      case .file: DirectoryEntry(path: path, kind: .file)
      case .symbolicLink: DirectoryEntry(path: path, kind: .symbolicLink)
      case .other: DirectoryEntry(path: path, kind: .other)
      }
    }
    .sorted { $0.path < $1.path }
  }
}

extension OpenDirectory {
  typealias Entries = [RelativePath: SystemCalls.Kind]

  /// Everything that is there, folders as well.
  mutating func entries() throws(FileSystemError) -> Entries {
    var entries: Entries = [:]
    let top = SystemCalls.Place(folder: root.number, name: ".", shown: path)
    for name in try SystemCalls.names(in: top) where ![Staging.name, ".git"].contains(name.text) {
      try add(name, in: nil, to: &entries)
    }
    return entries
  }

  private mutating func add(
    _ name: SystemCalls.Name, in folder: RelativePath?, to entries: inout Entries
  ) throws(FileSystemError) {
    let path = RelativePath(name.text, in: folder)
    entries[path] = name.kind
    guard name.kind == .folder else { return }
    guard let names = try namesIfAllowed(in: path) else {
      entries[path] = .other(.closedFolder)
      return
    }
    for name in names { try add(name, in: path, to: &entries) }
  }

  /// The names in a folder; `nil` for one that we may not enter, `lost+found`, say, and which is therefore none of ours.
  private mutating func namesIfAllowed(in path: RelativePath) throws(FileSystemError) -> [SystemCalls.Name]? {
    do throws(FileSystemError) {
      return try SystemCalls.names(in: place(of: path))
    } catch {
      guard error.isForbidden else { throw error }
      return nil
    }
  }
}
