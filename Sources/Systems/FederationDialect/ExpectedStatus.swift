internal import MeshNames
internal import Planning
internal import YAMLWriting

/// A field of an object's status, and what stands in it when all is well.
struct ExpectedStatus: Sendable {
  let description: String
  let mesh: CheckedMesh
  let object: Object
  /// A path as kubectl's `jsonpath` has it, without braces.
  let field: String
  /// Texts that must all occur in the field.
  let expected: [String]
  /// Texts that must not occur in it.
  var never: [String] = []

  struct Object: Sendable {
    let apiVersion: String
    let kind: String
    let name: String

    static func federation(_ kind: String, _ peer: CheckedMesh) -> Object {
      Object(apiVersion: "federation.maistra.io/v1", kind: kind, name: peer.name.description)
    }
  }

  var check: PlannedVerification.Check {
    .init(description, command, answers: expected, never: never)
  }

  private var command: Command {
    let group = object.apiVersion.split(separator: "/").first.map(String.init) ?? ""
    return mesh.kubectl(
      "get", "\(object.kind.lowercased())s.\(group)/\(object.name)", "--output=jsonpath={\(field)}")
  }

  /// The same for programs.
  var value: YAMLValue {
    [
      "description": .string(description),
      "apiVersion": .string(object.apiVersion),
      "kind": .string(object.kind),
      "namespace": "\(mesh.namespace)",
      "name": .string(object.name),
      "field": .string(field),
      "expected": .strings(expected),
      "never": .strings(never),
      "command": .strings(command.words),
    ]
  }
}
