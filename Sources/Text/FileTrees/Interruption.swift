/// A write that has not come to its end.
package enum Interruption: Equatable, Sendable {
  /// Something is in the staging folder: a write was interrupted there, or somebody put it there.
  case leftBehind
  /// It is still at work, in another process.
  case running
}

extension Directory {
  /// Says whether a write was interrupted, and changes nothing; `nil` where none was, or where there is no directory.
  package func interruption() throws(FileSystemError) -> Interruption? {
    guard let directory = try opened() else { return nil }
    guard try SystemCalls.kind(of: Staging.place(in: directory)) != nil else { return nil }
    guard SystemCalls.lock(directory.root) else { return .running }
    let staging = try Staging(of: directory)
    return try SystemCalls.names(in: staging.place(".")).isEmpty ? nil : .leftBehind
  }
}
