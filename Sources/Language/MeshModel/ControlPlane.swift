package import Diagnostics
package import MeshNames

/// How the mesh is controlled.
package struct ControlPlane: Sendable {
  package let mode: Located<Mode>?
  package let namespace: Located<NamespaceName>?
  package let dataPlane: Located<DataPlane>?
  package let updateStrategy: Located<UpdateStrategy>?
  package let security: ControlPlaneSecurity?
  /// What of an ambient mesh crosses networks beside what its workloads send each other.
  package let acrossNetworks: AcrossNetworks?
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

  /// What Istio leaves out unless it is told.
  package struct AcrossNetworks: Sendable {
    /// Whether ingress gateways send requests to other networks.
    package let ingress: Located<Bool>?
    /// Whether telemetry names the peers on other networks.
    package let telemetry: Located<Bool>?
    package let place: SourceRange

    init(reading fields: inout MappingReader) {
      ingress = fields.switch("ingress")
      telemetry = fields.switch("telemetry")
      place = fields.firstPlace
    }
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
    acrossNetworks = fields.optional("acrossNetworks") { AcrossNetworks(reading: &$0) }
    modeKeys = fields.modeKeys(.security, .acrossNetworks)
    revision = fields.optional("revision")
    revisionTags = fields.list("revisionTags")
  }
}
