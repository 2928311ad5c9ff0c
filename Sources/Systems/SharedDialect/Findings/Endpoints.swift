internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unstableAddress = FindingCode(
    662, "unstable-address", .warning,
    Explanation(
      meaning: "The control plane is to be reached at addresses of its pods.",
      harm: """
        A pod has another address after each restart. From then on no remote proxy gets configuration, until the charts \
        of all remote clusters are rendered and applied again.
        """,
      sources: ["istio/istio#4822", "istio/istio#6210"],
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: 10.10.1.10, policy: 10.10.1.11, telemetry: 10.10.1.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """),
      right: .shared("")))

  static let namedPilot = FindingCode(
    663, "named-pilot", .error,
    Explanation(
      meaning: "Pilot is to be reached by a name, and proxies shall look at its certificate.",
      harm: """
        They expect the certificate's name to be that of `istio-pilot.NAMESPACE`, so that is the name that they reach it \
        by: a Service with Endpoints, which take nothing but IP addresses. With another name, no proxy connects.
        """,
      sources: ["istio/istio#7010", "istio/istio#22928", "istio/istio#24155"],
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: pilot.example.com, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """),
      right: .shared("")))

  static let sharedMixerAddress = FindingCode(
    664, "shared-mixer-address", .error,
    Explanation(
      meaning: "Policy and telemetry have one address.",
      harm: """
        Both listen on port 15004. What passes connections on without a look at them leads to one of the two, and every \
        request is refused, or no metrics arrive. From 1.1 on a gateway tells them apart by the name that TLS asks for.
        """,
      sources: ["istio/istio@1.1.17 install/kubernetes/helm/istio/charts/gateways/templates/preconfigured.yaml"],
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {exposure: gateway, pilot: 10.1.0.10, policy: 10.1.0.10, telemetry: 10.1.0.10}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """),
      right: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {exposure: gateway, pilot: 10.1.0.10, policy: 10.1.0.10, telemetry: 10.1.0.11}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """)))

  static let plainThroughGateway = FindingCode(
    670, "plain-through-gateway", .error,
    Explanation(
      meaning: "The control plane is to be reached through a gateway, without TLS.",
      harm: """
        The configuration of every proxy, and what is reported of every request, would cross the gateway in plain text; \
        and a gateway cannot tell policy from telemetry where no TLS asks for one of them by name.
        """,
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {exposure: gateway}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        controlPlane: {mode: shared, security: {controlPlane: false}}
        """),
      right: .shared("")))
}

extension Finding {
  static func unstableAddress(_ address: Located<Host>, count: Int, range: Located<CIDR>) -> Finding {
    let others = count > 1 ? ", as \(count - 1) more \(count == 2 ? "is" : "are")" : ""
    return Finding(
      .unstableAddress, "`\(address.value)` is a pod's address\(others), and another one after its next restart",
      at: address.range, notes: [Annotation(range.range, "the addresses of pods")],
      help: "give the control plane load balancers or a gateway: `exposure: load-balancers`, and their addresses")
  }

  static func unstableAddresses(of primary: Cluster, at place: SourceRange) -> Finding {
    Finding(
      .unstableAddress,
      "the control plane of \(primary.inWords) is to be reached at its pods' addresses, which change with each restart",
      at: place, help: "give it load balancers or a gateway: `endpoints: {exposure: load-balancers}`, say")
  }

  static func namedPilot(_ pilot: Located<Host>) -> Finding {
    Finding(
      .namedPilot, "proxies that look at Pilot's certificate cannot reach it as `\(pilot.value)`", at: pilot.range,
      help: "name its IP address")
  }

  static func sharedMixerAddress(_ telemetry: Located<Host>, policy: SourceRange) -> Finding {
    Finding(
      .sharedMixerAddress, "policy and telemetry have one port, and cannot have one address, `\(telemetry.value)`",
      at: telemetry.range, notes: [Annotation(policy, "that of policy")], help: "give each an address of its own")
  }

  static func plainThroughGateway(_ exposure: Located<ControlPlaneEndpoints.Exposure>) -> Finding {
    Finding(
      .plainThroughGateway,
      "without `security.controlPlane` the gateway cannot tell the control plane's components apart",
      at: exposure.range, help: "say `security: {controlPlane: true}`")
  }
}
