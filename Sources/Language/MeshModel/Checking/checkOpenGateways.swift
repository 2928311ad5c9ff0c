internal import Diagnostics
internal import MeshNames

/// A gateway that the internet reaches says whom it lets in.
///
/// What is not known to face the internet is not warned about: most load balancers of clusters that are nobody's cloud
/// do not.
func checkOpenGateways(_ topology: Topology, _ log: inout FindingLog) {
  let clusters = topology.clusters.filter { cluster in
    topology.isFederated
      ? cluster.gateway != nil || topology.exportsByGateway(cluster)
      : topology.networks.count > 1 || topology.serves(cluster)
  }
  for cluster in clusters where topology.role(of: cluster) != .config {
    let service = cluster.gateway?.service ?? GatewayService()
    guard (service.type?.value ?? .loadBalancer) == .loadBalancer, service.loadBalancerSourceRanges.isEmpty,
      !service.annotations.contains(where: { sourceRangeKeys.contains($0.key.value.description) }),
      let (reason, place) = exposure(of: cluster, service)
    else { continue }
    log.report(.openGateway(of: cluster, because: reason, at: place))
  }
}

/// How it is known that the internet reaches a gateway, and where it shows; `nil` where it is not.
private func exposure(of cluster: Cluster, _ service: GatewayService) -> (reason: String, place: SourceRange)? {
  if let address = cluster.gateway?.address, case .address(let number) = address.value {
    return number.isGlobal ? ("its address is a public one", address.range) : nil
  }
  let said = service.annotations.first { pair in
    internetFacing[pair.key.value.description] == pair.value.value.description.lowercased()
  }
  if let said { return ("this annotation asks for it", said.value.range) }
  guard let platform = cluster.platform, platform.value.hasPublicLoadBalancers, service.loadBalancerClass == nil,
    !service.annotations.contains(where: { internalKeys.contains($0.key.value.description) })
  else { return nil }
  return ("this platform's load balancers are, unless an annotation says otherwise", platform.range)
}

extension Topology {
  /// Whether a cluster has a gateway that is not spoken of, because somebody takes a service of its mesh.
  ///
  /// Those of OpenShift Service Mesh 2 let one peer in each, by its certificate.
  fileprivate func exportsByGateway(_ cluster: Cluster) -> Bool {
    guard controlPlane?.mode?.value == .multiPrimary else { return false }
    let exporters = Set(imports.map(\.from.value))
    return meshes.contains { mesh in
      mesh.cluster?.value == cluster.name?.value && mesh.name.map { exporters.contains($0.value) } ?? false
    }
  }
}

extension Cluster.Platform {
  /// Whether a Service of type LoadBalancer gets a public address where nothing else is said.
  fileprivate var hasPublicLoadBalancers: Bool { [.eks, .gke, .aks, .gkeOnAWS, .gkeOnAzure].contains(self) }
}

private let internetFacing = ["service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing"]

/// What makes a load balancer an internal one, or says that it is not (the clouds' own documents).
private let internalKeys: Set = [
  "service.beta.kubernetes.io/aws-load-balancer-internal",
  "service.beta.kubernetes.io/aws-load-balancer-scheme",
  "networking.gke.io/load-balancer-type",
  "cloud.google.com/load-balancer-type",
  "service.beta.kubernetes.io/azure-load-balancer-internal",
]

/// What says who may come in, in place of `loadBalancerSourceRanges`.
private let sourceRangeKeys: Set = [
  "service.beta.kubernetes.io/load-balancer-source-ranges",
  "service.beta.kubernetes.io/aws-load-balancer-source-ranges",
  "service.beta.kubernetes.io/aws-load-balancer-security-groups",
  "service.beta.kubernetes.io/azure-allowed-ip-ranges",
  "service.beta.kubernetes.io/azure-allowed-service-tags",
]
