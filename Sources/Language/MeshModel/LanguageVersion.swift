internal import Diagnostics
internal import MeshNames

/// The version of the language that a document says it is written in.
enum LanguageVersion {
  case v1
  /// Nothing else in the document can be relied on.
  case unknown

  init(reading fields: inout MappingReader) {
    let version: Located<PlainText>? = fields.required("apiVersion", help: "`apiVersion: meshgen/v1`")
    let kind: Located<PlainText>? = fields.required("kind", help: "`kind: Topology`")
    self = .v1
    if let kind, kind.value.description != "Topology" {
      fields.log.report(.unknownKind(kind, of: version))
      self = .unknown
    } else if let version, version.value.description != "meshgen/v1" {
      fields.log.report(.unknownLanguage(version))
      self = .unknown
    }
  }
}
