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
    guard (service.type?.value ?? .loadBalancer) == .loadBalancer, let (reason, place) = exposure(of: cluster, service)
    else { continue }
    if let all = service.placeOfEverybody {
      log.report(.openGateway(of: cluster, because: "this range is everybody", at: all))
    } else if !service.saysWhoComesIn(on: cluster.platform?.value) {
      log.report(.openGateway(of: cluster, because: reason, at: place))
    }
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
    !service.isInternal(on: platform.value)
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

extension GatewayService {
  /// Whether an annotation of the platform's own makes the load balancer an internal one; that of another cloud does
  /// nothing here.
  fileprivate func isInternal(on platform: Cluster.Platform) -> Bool {
    annotations.contains { pair in
      let text = pair.value.value.description.lowercased()
      return internalSettings.contains {
        $0.platforms.contains(platform) && $0.key == pair.key.value.description && $0.values.contains(text)
      }
    }
  }

  /// Whether something says whom the load balancer lets in.
  fileprivate func saysWhoComesIn(on platform: Cluster.Platform?) -> Bool {
    !loadBalancerSourceRanges.isEmpty
      || annotations.contains { pair in
        sourceRangeSettings.contains {
          $0.key == pair.key.value.description && (platform.map($0.platforms.contains) ?? true)
        }
      }
  }

  /// Where it lets everybody in, in as many words.
  fileprivate var placeOfEverybody: SourceRange? {
    if let range = loadBalancerSourceRanges.first(where: { $0.value.prefixLength <= 1 }) { return range.range }
    let listed = annotations.first { pair in
      sourceRangeSettings.contains { $0.key == pair.key.value.description }
        && pair.value.value.description.split(separator: ",").contains { part in
          let part = part.filter { !$0.isWhitespace }
          return part.lowercased() == "internet" || ((try? CIDR(parsing: part))?.prefixLength ?? 32) <= 1
        }
    }
    return listed?.value.range
  }
}

private let internetFacing = ["service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing"]

/// A setting of some clouds' load balancers (their own documents).
private struct Setting {
  let key: String
  let platforms: Set<Cluster.Platform>
  /// Those that say it; empty where any does.
  var values: Set<String> = []
}

private let aws: Set<Cluster.Platform> = [.eks, .gkeOnAWS]
private let azure: Set<Cluster.Platform> = [.aks, .gkeOnAzure]

/// What makes a load balancer an internal one, of which the oldest of AWS takes a range, too.
private let internalSettings = [
  Setting(
    key: "service.beta.kubernetes.io/aws-load-balancer-internal", platforms: aws, values: ["true", "0.0.0.0/0"]),
  Setting(key: "service.beta.kubernetes.io/aws-load-balancer-scheme", platforms: aws, values: ["internal"]),
  Setting(key: "networking.gke.io/load-balancer-type", platforms: [.gke], values: ["internal"]),
  Setting(key: "cloud.google.com/load-balancer-type", platforms: [.gke], values: ["internal"]),
  Setting(key: "service.beta.kubernetes.io/azure-load-balancer-internal", platforms: azure, values: ["true"]),
]

/// What says who may come in, in place of `loadBalancerSourceRanges`.
private let sourceRangeSettings = [
  Setting(key: "service.beta.kubernetes.io/load-balancer-source-ranges", platforms: Set(Cluster.Platform.allCases)),
  Setting(key: "service.beta.kubernetes.io/aws-load-balancer-source-ranges", platforms: aws),
  Setting(key: "service.beta.kubernetes.io/aws-load-balancer-security-groups", platforms: aws),
  Setting(key: "service.beta.kubernetes.io/azure-allowed-ip-ranges", platforms: azure),
  Setting(key: "service.beta.kubernetes.io/azure-allowed-service-tags", platforms: azure),
]
