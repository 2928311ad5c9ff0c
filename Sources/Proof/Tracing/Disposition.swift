/// What becomes of requests from a cluster to a service of another: one of a closed list.
package enum Disposition: String, Sendable, CaseIterable {
  case reachesDirect = "reaches-direct"
  case reachesThroughGateway = "reaches-through-gateway"
  case reachesThroughFederation = "reaches-through-federation"
  case controlPlaneMissing = "control-plane-missing"
  case notVisible = "not-visible"
  case noEndpoint = "no-endpoint"
  case noGateway = "no-gateway"
  case gatewayUnreachable = "gateway-unreachable"
  case gatewayRefuses = "gateway-refuses"
  case rootRefused = "root-refused"
  case identityRefused = "identity-refused"
  case policyRefused = "policy-refused"
  case insufficientInformation = "insufficient-information"

  /// Whether requests arrive, as far as manifests can say it.
  package var reaches: Bool {
    switch self {
    case .reachesDirect, .reachesThroughGateway, .reachesThroughFederation: true
    default: false
    }
  }

  /// The disposition in words, to follow "requests from a to b".
  package var inWords: String {
    switch self {
    case .reachesDirect: "arrive, at the pods' own addresses"
    case .reachesThroughGateway: "arrive, by the gateway of the other network"
    case .reachesThroughFederation: "arrive, by the gateways of the two meshes"
    case .controlPlaneMissing: "fail: a proxy has no control plane"
    case .notVisible: "fail: the client's proxy does not know the service"
    case .noEndpoint: "stay at home: the client's proxy knows no pod there"
    case .noGateway: "fail: the other network has no gateway that the client's proxy knows"
    case .gatewayUnreachable: "fail: the gateway cannot be dialled"
    case .gatewayRefuses: "fail: the gateway takes them for nobody's"
    case .rootRefused: "fail: one side does not trust the other's root"
    case .identityRefused: "fail: one side expects another identity"
    case .policyRefused: "fail: a policy refuses them"
    case .insufficientInformation: "end nobody knows where: the manifests do not say enough"
    }
  }
}
