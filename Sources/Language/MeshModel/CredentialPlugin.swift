package import Diagnostics
internal import MeshNames

/// A program that fetches a credential for an API server (Kubernetes, "client-go credential plugins").
package struct CredentialPlugin: Sendable {
  package let command: String
  /// Its arguments; `{cluster}` in them stands for the name of the cluster that is to be read.
  package let arguments: [String]
  /// The environment that it gets, sorted by name.
  package let environment: [(name: String, value: String)]
  /// The group that other clusters know its user by; they give it the rights of a reader.
  package let group: String?
  /// The place of the section's first key.
  package let place: SourceRange

  init?(reading fields: inout MappingReader) {
    let command: Located<PlainText>? = fields.required("command", help: "a program that is in istiod's image")
    let arguments: [Located<PlainText>] = fields.list("args")
    let environment: [(key: Located<PlainText>, value: Located<PlainText>)] = fields.pairs("env")
    let group: Located<PlainText>? = fields.optional("group")
    place = fields.firstPlace
    guard let command else { return nil }
    self.command = command.value.description
    self.arguments = arguments.map(\.value.description)
    self.environment = environment.map { (name: $0.key.value.description, value: $0.value.value.description) }
      .sorted { $0.name < $1.name }
    self.group = group?.value.description
  }
}
