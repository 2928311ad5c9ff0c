internal import MeshModel
internal import MeshNames
package import YAMLWriting

/// What a topology says of the Service of a cluster's gateway.
extension LegacyCluster {
  package var gatewayAnnotations: YAMLValue? {
    let pairs = cluster.gateway.service.annotations.map { YAMLValue.Entry($0.key.description, .string($0.value)) }
    return pairs.isEmpty ? nil : .mapping(pairs)
  }

  /// The settings beside annotations, under the names that both the charts and Kubernetes have for them.
  package var gatewayServiceSettings: [YAMLValue.Entry] {
    let service = cluster.gateway.service
    let ranges = service.loadBalancerSourceRanges
    let settings: [YAMLValue.Entry?] = [
      hasNodePort ? .init("type", "NodePort") : nil,
      service.loadBalancerIP.map { .init("loadBalancerIP", "\($0)") },
      ranges.isEmpty ? nil : .init("loadBalancerSourceRanges", .strings(ranges.map(\.description))),
    ]
    return settings.compactMap { $0 }
  }

  /// Whether the gateway is reached at its cluster's nodes, without a load balancer.
  package var hasNodePort: Bool { cluster.gateway.service.type == .nodePort }

  /// The port that other clusters reach the gateway at.
  package var gatewayPort: Int { hasNodePort ? cluster.gateway.service.nodePorts[.tls] ?? 15443 : 15443 }
}
