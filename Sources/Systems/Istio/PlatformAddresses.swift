internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension Cluster.Platform {
  /// Whether API servers refuse an ExternalName behind a webhook.
  ///
  /// They run with `--enable-aggregator-routing`: EKS (istio/istio#45014, #37331), k3s unless its egress selector is
  /// disabled (k3s-io/k3s#6659, #7971), and RKE2, which runs them by k3s's code.
  var followsNoNames: Bool { [.eks, .k3s, .rke2].contains(self) }

  /// Whether load balancers have names, and no addresses that stay (istio/istio#45014).
  var namesLoadBalancers: Bool { [.eks, .gkeOnAWS].contains(self) }
}

extension CheckedCluster {
  /// Why the address of a cluster's gateway cannot be left to its load balancer; `nil` where it can.
  ///
  /// - Parameter served: The clusters that reach their control plane there.
  /// - Returns: The finding.
  func refusalOfOpenAddress(for served: [CheckedCluster]) -> Finding? {
    guard platform.namesLoadBalancers, gateway.service.type == .loadBalancer,
      let remote = served.first(where: { $0.platform.followsNoNames && gateway.view(from: $0) == nil })
    else { return nil }
    return .unfollowedNameToCome(of: self, by: remote)
  }
}
