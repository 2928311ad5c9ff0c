package import Diagnostics
package import MeshNames
package import YAMLReading

/// The system that manifests are made for.
package struct Distribution: Sendable {
  package let name: Located<Name>?
  /// The version as it was written; what it may be is the dialect's business.
  package let version: Located<PlainText>?
  /// How the operator comes to be there; read by the dialect that has one.
  package let `operator`: Node.Entry?
  /// Where Helm finds the charts, if not where upstream publishes them.
  package let charts: Located<ChartRepository>?
  /// What stands before the names of Istio's images, if not what the charts or the operator have.
  package let hub: Located<ImageHub>?
  let modeKeys: [Located<ModeKey>]

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
    charts = fields.optional("charts")
    hub = fields.optional("hub")
    modeKeys = fields.modeKeys(.charts, .hub)
  }
}
