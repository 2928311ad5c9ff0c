internal import MeshNames

/// Something that objects of a plan bring about together, and that requests between clusters rest on.
///
/// A patch is judged by the links that it breaks, and not by the fields that it touches: a port may change with all that
/// names it, and a label may not be added alone.
struct DataPathLink: Hashable {
  let cluster: ClusterName
  let effect: Effect

  enum Effect: Hashable {
    /// A Service leads to pods.
    case reaches(service: String, pods: String)
    /// A Service has an address outside of its cluster.
    case isAddressed(service: String)
    /// The Service by which other networks find the gateway of one passes their requests on to a host.
    case admits(service: String, host: String)
    /// A port of a Service passes TLS on to where it was meant for.
    case passes(service: String, port: Int)
    /// A `Gateway` of Istio takes in what is asked of hosts, at a port of pods.
    case listens(gateway: String, port: Int, mode: String, host: String)
    /// A `Gateway` of Gateway API is found by other networks, and lets in what they ask for.
    case isFound(gateway: String, network: String, listener: String)
    /// Pods of a gateway are there, have a proxy, and serve their own network alone.
    case runs(pods: String)
    case isInjected(pods: String)
    /// Nothing but the injector says of the proxies what they are called, and who is their control plane.
    case isNamed(pods: String)
    case serves(pods: String, network: String)
    /// Requests at a port of a gateway are routed to a host.
    case routes(route: String, port: Int, host: String, target: Int)
    /// A Secret lets a control plane read another cluster.
    case reads(secret: String)
  }

  /// What would no longer be, in words.
  var loss: String {
    switch effect {
    case .reaches(let service, let pods): "the Service `\(service)` would no longer lead to the pods of `\(pods)`"
    case .isAddressed(let service): "the Service `\(service)` would have no address that other networks can use"
    case .admits(let service, let host): "other networks would no longer reach `\(host)` by the Service `\(service)`"
    case .passes(let service, let port): "port \(port) of the Service `\(service)` would lead to nothing that listens"
    case .listens(let gateway, let port, let mode, let host):
      "`\(gateway)` would no longer take in `\(host)` at port \(port) as `\(mode)`"
    case .isFound(let gateway, let network, _):
      "other networks would no longer come in by `\(gateway)`, the gateway of `\(network)`"
    case .runs(let pods): "`\(pods)` would have no pods"
    case .isInjected(let pods): "the pods of `\(pods)` would get no gateway's proxy"
    case .isNamed(let pods): "proxies of `\(pods)` would name their network, cluster or control plane by themselves"
    case .serves(let pods, let network): "`\(pods)` would send requests on to other networks than `\(network)`"
    case .routes(let route, let port, let host, _): "`\(route)` would no longer lead port \(port) to `\(host)`"
    case .reads(let secret): "no control plane would read `\(secret)`"
    }
  }

  /// Whether another link is good for this one, too: one that admits all hosts is for each of them.
  func isKept(by other: DataPathLink) -> Bool {
    guard cluster == other.cluster else { return false }
    switch (effect, other.effect) {
    case (.admits(let service, let host), .admits(let otherService, let wider)):
      return service == otherService && wider.covers(host)
    case (.listens(let gateway, let port, let mode, let host), .listens(_, _, _, let wider)):
      return other.effect == .listens(gateway: gateway, port: port, mode: mode, host: wider) && wider.covers(host)
    default: return effect == other.effect
    }
  }
}

extension String {
  /// Whether a host, of which the first part may be `*`, covers another.
  fileprivate func covers(_ host: String) -> Bool {
    self == host || self == "*" || (hasPrefix("*.") && host.hasSuffix(dropFirst()))
  }
}
