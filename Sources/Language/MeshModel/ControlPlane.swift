package import Diagnostics
package import MeshNames

/// How the mesh is controlled.
package struct ControlPlane: Sendable {
  package let mode: Located<Mode>?
  package let namespace: Located<NamespaceName>?
  package let dataPlane: Located<DataPlane>?
  package let updateStrategy: Located<UpdateStrategy>?
  package let security: ControlPlaneSecurity?
  let modeKeys: [Located<ModeKey>]
  /// The name of the control planes' revision, where the installer lets one choose it.
  package let revision: Located<RevisionName>?
  /// Names that stand for the revision, and that stay when an update brings another.
  package let revisionTags: [Located<RevisionName>]

  package enum Mode: String, Choice {
    case multiPrimary = "multi-primary"
    case primaryRemote = "primary-remote"
    case external
    case replicated
    case shared
    case federated
  }

  package enum DataPlane: String, Choice {
    case sidecar, ambient
  }

  package enum UpdateStrategy: String, Choice {
    case inPlace = "InPlace"
    case revisionBased = "RevisionBased"
  }

  init(reading fields: inout MappingReader) {
    mode = fields.required("mode", help: "`multi-primary`: a control plane in every cluster")
    namespace = fields.optional("namespace")
    dataPlane = fields.optional("dataPlane")
    updateStrategy = fields.optional("updateStrategy")
    security = fields.optional("security") { ControlPlaneSecurity(reading: &$0) }
    modeKeys = fields.modeKeys(.security)
    revision = fields.optional("revision")
    revisionTags = fields.list("revisionTags")
  }
}
