internal import Diagnostics

/// How load balancers find out whether a gateway is there.
extension LoadBalancerSettings {
  /// The annotation that has the load balancer ask for HTTP at the ports of requests, where TLS alone is answered; `nil`
  /// where none does, and where another port is named for it: the gateway's status port answers.
  var asksForHTTP: SourceRange? {
    let asking = settings.first { setting in
      guard ["http", "https", "http_body"].contains(setting.value) else { return false }
      return healthChecks.contains { $0.protocolKey == setting.key && !isElsewhere($0) } || isAzurePort(setting.key)
    }
    return asking?.place
  }

  private func isElsewhere(_ check: HealthCheck) -> Bool {
    check.portKey.flatMap(setting).map { $0.value != "traffic-port" } ?? false
  }

  /// The key of one of the gateway's ports, `port_15443_health-probe_protocol`, beside which no port is named.
  private func isAzurePort(_ key: String) -> Bool {
    let prefix = "service.beta.kubernetes.io/port_"
    guard key.hasPrefix(prefix), key.hasSuffix("_health-probe_protocol") else { return false }
    let port = String(key.dropFirst(prefix.count).prefix { $0.isNumber })
    return ports.contains(port) && setting("\(prefix)\(port)_health-probe_port") == nil
  }
}

/// What says by which protocol a cloud's load balancer looks for pods, and at which port.
private struct HealthCheck {
  let protocolKey: String
  let portKey: String?

  init(_ protocolKey: String, at portKey: String? = nil) {
    self.protocolKey = protocolKey
    self.portKey = portKey
  }
}

/// From the documents of the clouds' controllers; those of Azure are by port, and one for all of them.
private let healthChecks = [
  HealthCheck(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol",
    at: "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port"),
  HealthCheck("service.beta.kubernetes.io/azure-load-balancer-health-probe-protocol"),
  HealthCheck(
    "service.beta.kubernetes.io/do-loadbalancer-healthcheck-protocol",
    at: "service.beta.kubernetes.io/do-loadbalancer-healthcheck-port"),
  HealthCheck(
    "load-balancer.hetzner.cloud/health-check-protocol", at: "load-balancer.hetzner.cloud/health-check-port"),
  HealthCheck("service.beta.kubernetes.io/linode-loadbalancer-check-type"),
  HealthCheck(
    "service.beta.kubernetes.io/vultr-loadbalancer-healthcheck-protocol",
    at: "service.beta.kubernetes.io/vultr-loadbalancer-healthcheck-port"),
]
