package import Diagnostics
package import MeshNames
internal import YAMLReading

/// What the topology says of a cluster's east-west gateway.
package struct Gateway: Sendable {
  /// The address by which other networks reach it, where it is known before the load balancer exists.
  package let address: Located<Host>?
  package let kind: Located<Kind>?
  package let service: GatewayService
  package let scaling: GatewayScaling
  package let resources: ResourceRequirements
  /// The place of the `gateway` section's first key.
  package let place: SourceRange

  /// How a gateway comes to be.
  package enum Kind: String, Choice {
    /// A Deployment of the plan's own, whose proxy the control plane injects.
    case deployment
    /// A `Gateway` of Gateway API, from which the control plane makes a Deployment.
    case gatewayAPI = "gateway-api"
  }

  init(reading fields: inout MappingReader) {
    address = fields.optional("address")
    kind = fields.optional("kind")
    service = fields.optional("service") { GatewayService(reading: &$0) } ?? GatewayService()
    scaling = GatewayScaling(reading: &fields)
    resources = fields.optional("resources") { ResourceRequirements(reading: &$0) } ?? ResourceRequirements()
    place = fields.mapping.entries.first?.key.range ?? fields.mapping.range
  }

  /// The first of the settings of its pods.
  package var placeOfPodSettings: SourceRange? {
    [scaling.place, resources.place].compactMap { $0 }.min { $0.start < $1.start }
  }

  /// The first of the settings of which a `Gateway` of Gateway API has none.
  package var placeOfDeploymentSettings: SourceRange? {
    [service.placeOfServiceSettings, scaling.place, resources.place].compactMap { $0 }.min { $0.start < $1.start }
  }
}
