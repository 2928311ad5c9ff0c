package import Diagnostics
package import YAMLReading

/// The system that manifests are made for.
package struct Distribution: Sendable {
  package let name: Located<Name>?
  /// The version as it was written; what it may be is the dialect's business.
  package let version: Located<PlainText>?
  /// How the operator comes to be there; read by the dialect that has one.
  package let `operator`: Node.Entry?

  package enum Name: String, Choice {
    case sail
    case istio
    case cloudServiceMesh = "cloud-service-mesh"
    case maistra
  }

  init(reading fields: inout MappingReader) {
    name = fields.required("name")
    version = fields.required("version", help: "an upgrade is a change of the topology: name the release")
    self.operator = fields.entry("operator")
  }
}
