package import Diagnostics
package import MeshNames

/// What the topology says of the Service of a gateway.
package struct GatewayService: Sendable {
  package let type: Located<ServiceType>?
  package let annotations: [(key: Located<AnnotationKey>, value: Located<PlainText>)]
  package let loadBalancerClass: Located<PlainText>?
  package let loadBalancerIP: Located<IPAddress>?
  package let loadBalancerSourceRanges: [Located<CIDR>]
  /// Addresses that lead to the nodes and that Kubernetes does not manage.
  package let externalIPs: [Located<IPAddress>]
  /// The nodes' ports, by the names of the Service's.
  package let nodePorts: [(key: Located<GatewayPortName>, value: Located<NodePort>)]
  /// The labels of the nodes whose addresses other networks use; all nodes where there are none.
  package let nodeSelector: [(key: Located<AnnotationKey>, value: Located<LabelValue>)]
  package let externalTrafficPolicy: Located<TrafficPolicy>?
  package let ipFamilyPolicy: Located<FamilyPolicy>?
  /// The families of its addresses, the first one first.
  package let ipFamilies: [Located<AddressFamily>]
  let modeKeys: [Located<ModeKey>]

  package enum ServiceType: String, Choice {
    case loadBalancer = "LoadBalancer"
    case nodePort = "NodePort"
    case clusterIP = "ClusterIP"
  }

  package enum TrafficPolicy: String, Choice {
    case cluster = "Cluster"
    case local = "Local"
  }

  /// How many families of addresses a Service has (kubernetes.io, "IPv4/IPv6 dual-stack").
  package enum FamilyPolicy: String, Choice {
    case single = "SingleStack"
    case preferDual = "PreferDualStack"
    case requireDual = "RequireDualStack"
  }

  /// The Service of a gateway of which nothing is said.
  init() {
    (type, loadBalancerClass, loadBalancerIP, externalTrafficPolicy, ipFamilyPolicy) = (nil, nil, nil, nil, nil)
    (annotations, loadBalancerSourceRanges, externalIPs, nodePorts, nodeSelector) = ([], [], [], [], [])
    (ipFamilies, modeKeys) = ([], [])
  }

  init(reading fields: inout MappingReader) {
    type = fields.optional("type")
    annotations = fields.pairs("annotations")
    loadBalancerClass = fields.optional("loadBalancerClass")
    loadBalancerIP = fields.optional("loadBalancerIP")
    loadBalancerSourceRanges = fields.list("loadBalancerSourceRanges")
    externalIPs = fields.list("externalIPs")
    nodePorts = fields.pairs("nodePorts")
    nodeSelector = fields.pairs("nodeSelector")
    externalTrafficPolicy = fields.optional("externalTrafficPolicy")
    ipFamilyPolicy = fields.optional("ipFamilyPolicy")
    ipFamilies = fields.list("ipFamilies")
    modeKeys = fields.modeKeys(.ipFamilyPolicy, .ipFamilies)
  }

  /// The first setting that only load balancers have.
  var placeOfLoadBalancerSettings: SourceRange? {
    [loadBalancerClass?.range, loadBalancerIP?.range, loadBalancerSourceRanges.first?.range].compactMap { $0 }.first
  }

  /// The first setting that only node ports have.
  var placeOfNodeSettings: SourceRange? {
    [nodePorts.first?.key.range, nodeSelector.first?.key.range].compactMap { $0 }.first
  }

  /// The first setting beside annotations.
  var placeOfServiceSettings: SourceRange? {
    [
      type?.range, placeOfLoadBalancerSettings, externalIPs.first?.range, placeOfNodeSettings,
      externalTrafficPolicy?.range, ipFamilyPolicy?.range, ipFamilies.first?.range,
    ].compactMap { $0 }.first
  }
}

/// A port of an east-west gateway's Service, by its name.
package enum GatewayPortName: String, TextValue, CaseIterable {
  case status = "status-port"
  case tls = "tls"
  case istiod = "tls-istiod"
  case webhook = "tls-webhook"

  package init(parsing text: String) throws(Misfit) {
    guard let name = Self(rawValue: text) else {
      let names = Self.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      throw Misfit("is no port of the gateway", expected: "one of \(names)")
    }
    self = name
  }

  package var description: String { rawValue }
}
