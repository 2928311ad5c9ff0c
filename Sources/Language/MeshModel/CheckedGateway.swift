internal import Diagnostics
package import MeshNames

/// The settings of a cluster's east-west gateway, defaults filled in.
package struct CheckedGateway: Sendable {
  package let address: Host?
  /// The port of its Service that passes TLS through.
  package let port: Int
  /// Where it is reached by some, and not by others.
  package let views: [View]
  /// Whether other clusters' control planes are told where it is reached, in place of reading it from its Service.
  package let isListed: Bool
  /// The namespace that it lives in, where that is not the control plane's.
  package let namespace: NamespaceName?
  /// How it comes to be, where the topology says so; otherwise what the data plane asks for.
  package let kind: Gateway.Kind?
  package let service: CheckedService
  package let replicas: Replicas
  /// How many pods an eviction leaves; `nil` where one pod is all there is.
  package let minAvailable: Int?
  package let requests: Amounts
  package let limits: Amounts

  /// Whether nothing is said of what a container asks for and may use.
  package var hasStandardResources: Bool { requests == .standardRequests && limits == .standardLimits }

  /// Istio's own port for what it passes through (istio/istio, pilot/pkg/serviceregistry/kube/controller/network.go).
  package static let standardPort = 15443

  /// Whether others dial another port than Istio's own.
  package var hasOwnPort: Bool { port != Self.standardPort }

  /// Where the gateway is reached from one cluster, or from one network.
  package struct View: Sendable {
    package let cluster: ClusterName?
    package let network: NetworkName?
    package let address: Host
    package let port: Int?
  }

  /// Where it is reached from a cluster; the cluster's own name comes before its network's.
  ///
  /// - Parameter viewer: The cluster that dials.
  /// - Returns: What is said of it; `nil` where only the gateway's own address holds.
  package func view(from viewer: CheckedCluster) -> View? {
    views.first { $0.cluster == viewer.name } ?? views.first { $0.network == viewer.network }
  }

  package enum Replicas: Equatable, Sendable {
    case fixed(Int)
    /// By use of processor time, in percent of what is requested.
    case between(Int, Int, cpu: Int)

    /// The fewest that there are.
    package var fewest: Int {
      switch self {
      case .fixed(let number), .between(let number, _, _): number
      }
    }
  }

  package struct Amounts: Equatable, Sendable {
    package let cpu: String?
    package let memory: String?

    /// What the gateway's chart has, and the published Deployments of east-west gateways.
    static let standardRequests = Amounts(cpu: "100m", memory: "128Mi")
    static let standardLimits = Amounts(cpu: "2", memory: "1Gi")
  }

  package init(_ gateway: Gateway?) {
    kind = gateway?.kind?.value
    service = CheckedService(gateway?.service ?? GatewayService())
    address = gateway?.address?.value ?? service.addresses.first.map { .address($0) }
    port = gateway?.port?.value.number ?? Self.standardPort
    views = (gateway?.views ?? []).map {
      View(
        cluster: $0.cluster?.value, network: $0.network?.value, address: $0.address.value, port: $0.port?.value.number)
    }
    isListed = gateway?.isListed ?? false
    namespace = gateway?.namespace?.value
    replicas = Replicas(gateway?.scaling)
    minAvailable = gateway?.scaling.minAvailable?.value.number ?? (replicas.fewest > 1 ? 1 : nil)
    let resources = gateway?.resources
    let isSaid = resources?.requests != nil || resources?.limits != nil
    requests = isSaid ? Amounts(resources?.requests) : .standardRequests
    limits = isSaid ? Amounts(resources?.limits) : .standardLimits
  }
}

extension CheckedGateway.Replicas {
  fileprivate init(_ scaling: GatewayScaling?) {
    let (standard, said) = (GatewayScaling.standard, scaling?.autoscaling)
    if let replicas = scaling?.replicas {
      self = .fixed(replicas.value.number)
      return
    }
    let fewest = said?.minReplicas?.value.number ?? min(standard.minReplicas, said?.maxReplicas?.value.number ?? 2)
    self = .between(
      fewest, said?.maxReplicas?.value.number ?? max(standard.maxReplicas, fewest),
      cpu: said?.cpu?.value.number ?? standard.cpu)
  }
}

extension CheckedGateway.Amounts {
  fileprivate init(_ amounts: ResourceRequirements.Amounts?) {
    self.init(cpu: amounts?.cpu?.value.description, memory: amounts?.memory?.value.description)
  }
}
