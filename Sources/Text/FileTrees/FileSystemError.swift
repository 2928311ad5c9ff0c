/// Something that the disk, or a stream, did not let us do.
package struct FileSystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried, so that "cannot" can stand before it: `write`, `create the folder`.
  package let operation: String
  /// What it was tried on, as the user can type it: `generated/index.json`.
  package let path: String
  /// Why it failed: the system's words, or ours where the system has none.
  package let reason: String
  /// In which state the directory was left and what to do now; `nil` where nothing was begun.
  package private(set) var outcome: String?
  /// The system's number of the reason; `nil` where the reason is ours.
  let number: CInt?

  init(_ operation: String, _ path: String, because reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
    number = nil
  }

  /// An error with the system's reason.
  init(_ operation: String, _ path: String, number: CInt) {
    self.operation = operation
    self.path = path
    self.reason = SystemCalls.words(for: number)
    self.number = number
  }

  /// One sentence, without a full stop: `cannot write generated/index.json: no space left on device`.
  package var description: String {
    "cannot \(operation) \(path): \(reason)" + (outcome.map { "; \($0)" } ?? "")
  }

  /// Whether the reader of a stream went away, `| head`, say: a reason to end, but not to complain.
  package var isBrokenPipe: Bool { number == SystemCalls.brokenPipe }

  /// Whether there is nothing at the path.
  package var isMissing: Bool { number == SystemCalls.noSuchFile }

  /// Whether the user may not do it.
  var isForbidden: Bool { number == SystemCalls.permissionDenied }

  /// Whether something on the way to the path is a file.
  var isNoFolder: Bool { number == SystemCalls.notAFolder }

  static func symbolicLink(_ path: String) -> FileSystemError {
    let reason = "it is a symbolic link, which may lead out of the directory"
    return FileSystemError("use", path, because: "\(reason); replace it by what it leads to")
  }

  func leaving(_ outcome: String) -> FileSystemError {
    var error = self
    error.outcome = outcome
    return error
  }
}
