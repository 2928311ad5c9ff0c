internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension LegacyCluster {
  var remoteValues: YAMLValue { version < Version(1, 1, 0) ? ownChartValues : commonChartValues }

  /// Whether the chart makes a Service for Pilot's address, which has to be an IP address then.
  ///
  /// Proxies take the name that Pilot's certificate must have from the name that they reach it by, and only
  /// `istio-pilot.NAMESPACE` says the namespace (istio/istio 1.0.9, pilot/cmd/pilot-agent/main.go; istio/istio#7010).
  var hasPilotService: Bool {
    if case .name = main.cluster.endpoints?.pilot?.value { false } else { true }
  }

  /// Of the chart `istio-remote`, which 1.0 had (istio/istio 1.0.9, install/kubernetes/helm/istio-remote/values.yaml).
  private var ownChartValues: YAMLValue {
    .fields([
      "global": .fields([
        "remotePilotAddress": .string(main.address(of: .pilot)),
        "remotePolicyAddress": .string(main.address(of: .policy)),
        "remoteTelemetryAddress": .string(main.address(of: .telemetry)),
        "remoteZipkinAddress": zipkin.map { .string($0) },
        // Undeclared in the chart, and without it the injector leaves the proxies' option out.
        "zipkinAddress": zipkin.map { "\($0):9411" },
        "remotePilotCreateSvcEndpoint": .boolean(hasPilotService),
        "controlPlaneSecurityEnabled": .boolean(isSecured),
        "mtls": ["enabled": .boolean(hasMutualTLS)],
        "proxy": proxySettings,
      ]),
      "security": ["selfSigned": false],
      "sidecarInjectorWebhook": injector,
    ])
  }

  /// Of the chart that all clusters have from 1.1 on, with what `values-istio-remote.yaml` says (istio/istio 1.1.17).
  private var commonChartValues: YAMLValue {
    [
      "gateways": ["enabled": false],
      "galley": ["enabled": false],
      "mixer": ["policy": ["enabled": false], "telemetry": ["enabled": false]],
      "pilot": ["enabled": false],
      "prometheus": ["enabled": false],
      "security": ["enabled": true, "createMeshPolicy": false, "selfSigned": false],
      "sidecarInjectorWebhook": injector,
      "global": .fields([
        "istioRemote": true,
        "network": "",
        "remotePilotAddress": .string(main.address(of: .pilot)),
        "remotePolicyAddress": .string(main.address(of: .policy)),
        "remoteTelemetryAddress": .string(main.address(of: .telemetry)),
        "createRemoteSvcEndpoints": .boolean(hasPilotService),
        "enableTracing": .boolean(zipkin != nil),
        "tracer": zipkin.map { ["zipkin": ["address": "\($0):9411"]] },
        "controlPlaneSecurityEnabled": .boolean(isSecured),
        "mtls": ["enabled": .boolean(hasMutualTLS)],
        "proxy": proxySettings,
        "trustDomain": trustDomain,
      ]),
    ]
  }

  private var injector: YAMLValue {
    ["enabled": .boolean(isInjectedAutomatically), "enableNamespacesByDefault": false]
  }

  private var zipkin: String? { main.components.contains(.zipkin) ? main.address(of: .zipkin) : nil }
}
