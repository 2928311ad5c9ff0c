package import MeshNames

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
  /// The object that it waits for, where that it exists is all; a GitOps controller can wait for it, too.
  package let object: ObjectReference?

  /// An object by its name.
  package struct ObjectReference: Equatable, Sendable {
    package let apiVersion: String
    package let kind: String
    package let name: String
    package let namespace: NamespaceName?

    package init(_ apiVersion: String, _ kind: String, _ name: String, in namespace: NamespaceName? = nil) {
      self.apiVersion = apiVersion
      self.kind = kind
      self.name = name
      self.namespace = namespace
    }
  }

  package init(_ description: String, _ command: Command, timeout: Int = 180, object: ObjectReference? = nil) {
    self.description = description
    self.command = command
    self.timeout = timeout
    self.object = object
  }
}
