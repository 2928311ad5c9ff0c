package import Diagnostics
package import MeshNames

/// Where other clusters reach the components of a control plane.
package struct ControlPlaneEndpoints: Sendable {
  package let exposure: Located<Exposure>?
  package let pilot: Located<Host>?
  package let policy: Located<Host>?
  package let telemetry: Located<Host>?
  package let zipkin: Located<Host>?
  package let statsd: Statsd?
  /// The place of the section's first key.
  package let place: SourceRange

  /// What the addresses are.
  package enum Exposure: String, Choice {
    /// Those of the pods, which change with every restart.
    case pods
    /// Those of a load balancer for each component.
    case loadBalancers = "load-balancers"
    /// Those of gateways that pass on what is meant for them.
    case gateway
  }

  /// Where proxies send their statistics.
  package struct Statsd: Sendable {
    package let host: Host
    package let port: Int
  }

  init(reading fields: inout MappingReader) {
    place = fields.firstPlace
    exposure = fields.optional("exposure")
    pilot = fields.optional("pilot")
    policy = fields.optional("policy")
    telemetry = fields.optional("telemetry")
    zipkin = fields.optional("zipkin")
    statsd = fields.optional("statsd") { Statsd(reading: &$0) }
  }
}

extension ControlPlaneEndpoints.Statsd {
  fileprivate init?(reading fields: inout MappingReader) {
    let host: Located<Host>? = fields.required("host")
    // The chart's default went away with 1.0.3 (istio/istio, install/kubernetes/helm/istio-remote/values.yaml).
    let port: Located<PortNumber>? = fields.required("port", help: "9125, as a rule")
    guard let host, let port else { return nil }
    self.init(host: host.value, port: port.value.number)
  }
}
