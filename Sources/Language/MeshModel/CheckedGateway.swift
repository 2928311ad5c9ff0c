internal import Diagnostics
package import MeshNames

/// The settings of a cluster's east-west gateway, defaults filled in.
package struct CheckedGateway: Sendable {
  package let address: Host?
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
