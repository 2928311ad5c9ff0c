/// What must be true before the steps behind this one may begin.
///
/// A gate is tried until its command succeeds, or its time is up: much of what it asks for takes minutes.
package struct Gate: Equatable, Sendable {
  /// What is waited for, in a few words.
  package let description: String
  /// Exits with 0 once it is true.
  package let command: Command
  /// How long it may take at most, in seconds.
  package let timeout: Int

  package init(_ description: String, _ command: Command, timeout: Int = 180) {
    self.description = description
    self.command = command
    self.timeout = timeout
  }
}
