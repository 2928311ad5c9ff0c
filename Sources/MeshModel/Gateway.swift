package import Diagnostics
package import MeshNames
internal import YAMLReading

/// What the topology says of a cluster's east-west gateway.
package struct Gateway: Sendable {
  /// The address by which other networks reach it, where it is known before the load balancer exists.
  package let address: Located<Host>?
  package let annotations: [(key: Located<AnnotationKey>, value: Located<PlainText>)]
  package let loadBalancerClass: Located<PlainText>?
  package let loadBalancerSourceRanges: [Located<CIDR>]
  /// The place of the `gateway` section's first key.
  package let place: SourceRange

  init(reading fields: inout MappingReader) {
    address = fields.optional("address")
    place = fields.mapping.entries.first?.key.range ?? fields.mapping.range
    let service = fields.optional("service") { Service(reading: &$0) }
    annotations = service?.annotations ?? []
    loadBalancerClass = service?.loadBalancerClass
    loadBalancerSourceRanges = service?.loadBalancerSourceRanges ?? []
    fields.refuse("kind", "replicas", "resources", "autoscaling", "disruptionBudget")
  }

  private struct Service {
    let annotations: [(key: Located<AnnotationKey>, value: Located<PlainText>)]
    let loadBalancerClass: Located<PlainText>?
    let loadBalancerSourceRanges: [Located<CIDR>]

    init(reading fields: inout MappingReader) {
      annotations = fields.pairs("annotations")
      loadBalancerClass = fields.optional("loadBalancerClass")
      loadBalancerSourceRanges = fields.list("loadBalancerSourceRanges")
      fields.refuse("type", "nodePort", "nodePorts", "loadBalancerIP")
    }
  }
}
