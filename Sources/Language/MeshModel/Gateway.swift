package import Diagnostics
package import MeshNames
internal import YAMLReading

/// What the topology says of a cluster's east-west gateway.
package struct Gateway: Sendable {
  /// The address by which other networks reach it, where it is known before the load balancer exists.
  package let address: Located<Host>?
  /// The port that others dial, where it is not Istio's own.
  package let port: Located<PortNumber>?
  /// From where it is reached at another address.
  package let views: [GatewayView]
  /// The namespace that it lives in, where that is not the control plane's.
  package let namespace: Located<NamespaceName>?
  package let kind: Located<Kind>?
  package let service: GatewayService
  package let scaling: GatewayScaling
  package let resources: ResourceRequirements
  /// The place of the `gateway` section's first key.
  package let place: SourceRange
  let modeKeys: [Located<ModeKey>]

  /// How a gateway comes to be.
  package enum Kind: String, Choice {
    /// A Deployment of the plan's own, whose proxy the control plane injects.
    case deployment
    /// A `Gateway` of Gateway API, from which the control plane makes a Deployment.
    case gatewayAPI = "gateway-api"
  }

  init(reading fields: inout MappingReader) {
    address = fields.optional("address")
    port = fields.optional("port")
    views = fields.list("seenFrom") { GatewayView(reading: &$0) }
    namespace = fields.optional("namespace")
    kind = fields.optional("kind")
    service = fields.optional("service") { GatewayService(reading: &$0) } ?? GatewayService()
    scaling = GatewayScaling(reading: &fields)
    resources = fields.optional("resources") { ResourceRequirements(reading: &$0) } ?? ResourceRequirements()
    place = fields.mapping.entries.first?.key.range ?? fields.mapping.range
    modeKeys = fields.modeKeys(.gatewayNamespace, .gatewayPort, .seenFrom) + service.modeKeys
  }

  /// Whether its Service does not say where others reach it: some reach it elsewhere, or somebody else's load balancer
  /// stands before it.
  ///
  /// Of node ports, the address is that of a node unless a port says that it is not.
  package var isListed: Bool {
    switch service.type?.value ?? .loadBalancer {
    case .loadBalancer: !views.isEmpty
    case .nodePort: !views.isEmpty || (address != nil && port != nil)
    case .clusterIP: !views.isEmpty || (address != nil && service.externalIPs.isEmpty)
    }
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
