internal import Diagnostics
package import MeshNames

/// The Service of a gateway.
package struct CheckedService: Sendable {
  package let type: GatewayService.ServiceType
  /// Sorted by key.
  package let annotations: [(key: AnnotationKey, value: String)]
  package let loadBalancerClass: String?
  package let loadBalancerIP: IPAddress?
  package let loadBalancerSourceRanges: [CIDR]
  package let externalIPs: [IPAddress]
  package let nodePorts: [GatewayPortName: Int]
  package let nodeSelector: [String: String]
  package let externalTrafficPolicy: GatewayService.TrafficPolicy?
  package let ipFamilyPolicy: GatewayService.FamilyPolicy?
  package let ipFamilies: [AddressFamily]

  init(_ service: GatewayService) {
    type = service.type?.value ?? .loadBalancer
    annotations = service.annotations.map { (key: $0.key.value, value: $0.value.value.description) }
      .sorted { $0.key.description < $1.key.description }
    loadBalancerClass = service.loadBalancerClass?.value.description
    loadBalancerIP = service.loadBalancerIP?.value
    loadBalancerSourceRanges = service.loadBalancerSourceRanges.map(\.value)
    externalIPs = service.externalIPs.map(\.value)
    nodePorts = Dictionary(service.nodePorts.map { ($0.key.value, $0.value.value.number) }) { first, _ in first }
    nodeSelector = Dictionary(service.nodeSelector.map { ($0.key.value.description, $0.value.value.description) }) {
      first, _ in first
    }
    externalTrafficPolicy = service.externalTrafficPolicy?.value
    ipFamilyPolicy = service.ipFamilyPolicy?.value
    ipFamilies = service.ipFamilies.map(\.value)
  }

  /// The addresses that are known beforehand.
  var addresses: [IPAddress] { (loadBalancerIP.map { [$0] } ?? []) + externalIPs }
}
