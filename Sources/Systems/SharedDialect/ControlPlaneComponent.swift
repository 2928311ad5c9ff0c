internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

/// A component of the control plane that the proxies of remote clusters talk to.
enum ControlPlaneComponent: String, CaseIterable {
  case pilot, policy, telemetry, zipkin

  /// The Service of the component.
  var service: String { self == .zipkin ? rawValue : "istio-\(rawValue)" }

  /// What tells its pods from the others (istio/istio 1.0.9, install/kubernetes/helm/istio/charts).
  var podLabels: [String: String] {
    switch self {
    case .pilot: ["istio": "pilot"]
    case .policy, .telemetry: ["istio-mixer-type": rawValue]
    case .zipkin: ["app": "jaeger"]
    }
  }

  /// The ports of its Service (istio/istio 1.0.9 and 1.1.17, install/kubernetes/helm, templates of Services and Endpoints).
  func ports(_ version: Version) -> [(name: String, number: Int)] {
    let monitoring = (name: "http-monitoring", number: version < Version(1, 1, 0) ? 9093 : 15014)
    let mixer = [(name: "grpc-mixer", number: 9091), (name: "grpc-mixer-mtls", number: 15004), monitoring]
    return switch self {
    case .pilot:
      [
        (name: "http-old-discovery", number: 15003), (name: "https-discovery", number: 15005),
        (name: "http-discovery", number: 15007), (name: "grpc-xds", number: 15010), (name: "https-xds", number: 15011),
        (name: "http-legacy-discovery", number: 8080), monitoring,
      ]
    case .policy: mixer
    case .telemetry: mixer + [(name: "prometheus", number: 42422)]
    case .zipkin: [(name: "http", number: 9411)]
    }
  }

  /// The ports that proxies dial, whatever the addresses in their configuration say: Pilot's are fixed (istio/istio 1.0.9,
  /// pkg/bootstrap/bootstrap_config.go), and Mixer's has always been 15004.
  var dialled: [(name: String, number: Int)] {
    switch self {
    case .pilot: [(name: "grpc-xds", number: 15010), (name: "https-xds", number: 15011)]
    case .policy, .telemetry: [(name: "grpc-mixer-mtls", number: 15004)]
    case .zipkin: [(name: "http", number: 9411)]
    }
  }

  func address(in endpoints: ControlPlaneEndpoints?) -> Host? {
    switch self {
    case .pilot: endpoints?.pilot?.value
    case .policy: endpoints?.policy?.value
    case .telemetry: endpoints?.telemetry?.value
    case .zipkin: endpoints?.zipkin?.value
    }
  }
}
