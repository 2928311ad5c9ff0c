package import MeshNames

/// A program and its arguments, as `execve` takes them: nothing in it is ever read by a shell, unless the program is one.
package struct Command: Equatable, Sendable {
  package let words: [String]

  package init(_ words: [String]) { self.words = words }

  /// A command of kubectl in a cluster.
  package static func kubectl(in context: ContextName, _ arguments: String...) -> Command {
    Command(["kubectl", "--context", context.description] + arguments)
  }

  /// The command as a line that a person can paste into a POSIX shell.
  package var shellLine: String { words.map(Self.quoted).joined(separator: " ") }

  /// A word as a POSIX shell reads it (IEEE Std 1003.1, 2.2.2).
  package static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy { plain.contains($0) }
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,@%+".unicodeScalars)
}
