/// An output directory: the place that a tree is written to and compared with.
///
/// Nothing is held open between calls, and what is there is read anew by each.
package struct Directory: Sendable {
  /// The path as the user gave it.
  package let path: String
  private let faults: FaultPlan

  /// A directory, which need not exist yet; it may be a symbolic link, but nothing below it that is used may be one.
  ///
  /// - Parameters:
  ///   - path: The path as the user gave it.
  ///   - faults: What goes wrong in a test.
  package init(path: String, faults: FaultPlan = .none) {
    self.path = path
    self.faults = faults
  }

  /// Whether there is such a directory.
  package func isThere() throws(FileSystemError) -> Bool {
    let directory = try opened()
    return directory != nil
  }

  /// The directory, opened; `nil` where there is none.
  func opened() throws(FileSystemError) -> OpenDirectory? {
    do throws(FileSystemError) {
      return try OpenDirectory(path: path, system: SystemCalls(faults: faults))
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  /// The directory, opened; created with its parents where there is none.
  func created() throws(FileSystemError) -> OpenDirectory {
    if let directory = try opened() { return directory }
    var system = SystemCalls(faults: faults)
    var created: [String] = []
    do throws(FileSystemError) {
      for folder in pathsToHere where try system.createFolder(folder) { created.append(folder) }
      return try OpenDirectory(path: path, system: system, created: created)
    } catch {
      for folder in created.reversed() { try? system.removeFolder(folder) }
      throw error
    }
  }

  /// The path and those of its parents, outermost first.
  private var pathsToHere: [String] {
    let ends = path.indices.filter { path[$0] == "/" && $0 != path.startIndex }
    return ends.map { String(path[..<$0]) } + (path.hasSuffix("/") ? [] : [path])
  }
}
