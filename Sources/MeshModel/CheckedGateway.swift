internal import Diagnostics
package import MeshNames

/// The settings of a cluster's east-west gateway.
package struct CheckedGateway: Sendable {
  package let address: Host?
  /// Annotations of the Service, sorted by key.
  package let annotations: [(key: AnnotationKey, value: String)]
  package let loadBalancerClass: String?
  package let loadBalancerSourceRanges: [CIDR]

  init(_ gateway: Gateway?) {
    address = gateway?.address?.value
    annotations = (gateway?.annotations ?? []).map { (key: $0.key.value, value: $0.value.value.description) }
      .sorted { $0.key.description < $1.key.description }
    loadBalancerClass = gateway?.loadBalancerClass?.value.description
    loadBalancerSourceRanges = (gateway?.loadBalancerSourceRanges ?? []).map(\.value)
  }
}
