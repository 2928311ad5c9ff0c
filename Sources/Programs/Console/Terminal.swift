package import FileTrees

/// The two streams that a program speaks to: data to the one, everything else to the other.
package enum Terminal {
  /// Writes data, which is to end in a line break.
  package static func print(_ text: String) throws(FileSystemError) {
    guard !text.isEmpty else { return }
    try write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: .standardOutput)
  }

  /// Writes to people.
  ///
  /// If that fails there is nobody left to tell.
  package static func complain(_ text: String) {
    guard !text.isEmpty else { return }
    try? write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: .standardError)
  }

  /// Whether what people read is shown in colour (https://no-color.org).
  package static var showsColour: Bool {
    OutputStream.standardError.isTerminal && environmentVariable("NO_COLOR")?.isEmpty ?? true
      && environmentVariable("TERM") != "dumb"
  }
}
