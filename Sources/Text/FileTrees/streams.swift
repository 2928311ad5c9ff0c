/// Where a command may write besides its directory.
package enum OutputStream: String, Sendable {
  case standardOutput = "standard output"
  case standardError = "standard error"

  /// Whether people read the stream, and not a file or a pipe.
  package var isTerminal: Bool { SystemCalls.isTerminal(self) }
}

/// Reads a file or a named pipe.
///
/// - Parameters:
///   - path: The path as the user gave it.
///   - limit: How many bytes may come. Of more, `limit + 1` are read: enough for the caller to see that it is too
///     many, and no reason to run out of memory.
/// - Returns: The bytes.
/// - Throws: What the system says, that the path is a folder, say.
package func readFile(_ path: String, limit: Int?) throws(FileSystemError) -> [UInt8] {
  try SystemCalls.contents(of: path, limit: limit)
}

/// Reads a regular file, and refuses pipes, devices and sockets, at which a reader could wait for ever.
///
/// - Parameters:
///   - path: The path, as the user has given it.
///   - limit: As for `readFile`.
/// - Returns: The bytes.
/// - Throws: What the system says, or that it is no regular file.
package func readRegularFile(_ path: String, limit: Int?) throws(FileSystemError) -> [UInt8] {
  try SystemCalls.regularContents(of: path, limit: limit)
}

/// Whether others than a file's owner may read it: its group, or everybody.
///
/// - Throws: What the system says.
package func othersMayRead(_ path: String) throws(FileSystemError) -> Bool {
  try SystemCalls.permissions(of: path) & 0o044 != 0
}

/// Reads standard input to its end, or to `limit + 1` bytes as `readFile` does.
package func readStandardInput(limit: Int?) throws(FileSystemError) -> [UInt8] {
  try SystemCalls.standardInput(limit: limit)
}

/// Writes all bytes to a stream; an error with `isBrokenPipe` is no reason to complain.
///
/// Where the process has not asked to ignore SIGPIPE, the signal ends it before the error comes.
package func write(_ bytes: [UInt8], to stream: OutputStream) throws(FileSystemError) {
  try SystemCalls.send(bytes, to: stream)
}

/// A variable of the process's environment; `nil` where it is not set.
package func environmentVariable(_ name: String) -> String? {
  SystemCalls.environmentVariable(name)
}
