internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let severalNetworks = FindingCode(
    665, "several-networks", .error,
    Explanation(
      meaning: "The clusters of one control plane over a VPN are on several networks.",
      harm: """
        The control plane gives every proxy the addresses of pods in all clusters. Where these are not reached, requests \
        fail; gateways between networks came with later releases, and other settings.
        """,
      sources: ["https://istio.io/v1.0/docs/setup/kubernetes/multicluster-install/"],
      wrong: .shared(
        """
        clusters:
          - {name: main, network: vpn, pods: [10.10.0.0/16], endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, network: other, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        networks: [{name: vpn}, {name: other}]
        """),
      right: .shared("")))

  static let secondPrimary = FindingCode(
    666, "second-primary", .error,
    Explanation(
      meaning: "Two clusters of a mesh with one control plane have one.",
      harm:
        "Each would be a mesh of its own, and remote clusters would be served by the one that they were set up for.",
      sources: ["https://istio.io/v1.0/docs/setup/kubernetes/multicluster-install/"],
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: second, pods: [10.30.0.0/16]}
          - {name: remote, role: remote, primary: main, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """),
      right: .shared("")))

  static let misplacedEndpoints = FindingCode(
    667, "misplaced-endpoints", .error,
    Explanation(
      meaning:
        "A remote cluster has addresses of a control plane that it does not run, or the control plane's mean the machine itself.",
      harm: "Proxies would look for a control plane where none is.",
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: 127.0.0.1, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """),
      right: .shared("")))

  static let namespacesByHand = FindingCode(
    671, "namespaces-by-hand", .error,
    Explanation(
      meaning: "Namespaces are listed for proxies in a cluster that has no webhook to add them.",
      harm: "A label has no effect where nobody looks at it: the pods would come up without proxies.",
      sources: ["https://istio.io/v1.0/docs/setup/kubernetes/sidecar-injection/"],
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16], injection: {automatic: false, namespaces: [shop]}}
        """),
      right: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16], injection: {automatic: true, namespaces: [shop]}}
        """)))

  static let unusedGateway = FindingCode(
    672, "unused-gateway", .error,
    Explanation(
      meaning: "A cluster has settings of a gateway, and no gateway.",
      harm: "They would have no effect: on one network proxies reach each other's pods by themselves.",
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16], gateway: {address: 192.0.2.7}}
        """),
      right: .shared("")))
}

extension Finding {
  static func severalNetworks(_ second: Located<NetworkName>, first: SourceRange) -> Finding {
    Finding(
      .severalNetworks, "one control plane over a VPN takes one network, and this is another", at: second.range,
      notes: [Annotation(first, "the first")], help: "put all clusters on one, or choose `mode: replicated`")
  }

  static func secondPrimary(_ primary: Cluster, first: Cluster) -> Finding {
    Finding(
      .secondPrimary, "\(primary.inWords) is a second cluster with a control plane", at: primary.place,
      notes: [Annotation(first.place, "the first")], help: "say `role: remote`")
  }

  static func misplacedEndpoints(_ endpoints: ControlPlaneEndpoints, of cluster: Cluster) -> Finding {
    Finding(
      .misplacedEndpoints, "\(cluster.inWords) is a remote, and has no control plane to reach", at: endpoints.place,
      help: "write them down for the cluster that has it")
  }

  static func localEndpoint(_ address: Located<Host>) -> Finding {
    Finding(
      .misplacedEndpoints, "no other cluster reaches the control plane at `\(address.value)`", at: address.range,
      help: "name the address that the other clusters reach")
  }

  static func namespacesByHand(_ namespace: Located<NamespaceName>, automatic: SourceRange) -> Finding {
    Finding(
      .namespacesByHand, "nothing adds proxies to the pods of `\(namespace.value)`", at: namespace.range,
      notes: [Annotation(automatic, "there is no webhook")],
      help: "remove the list: the manifests of applications get their proxies one by one")
  }

  static func unusedGateway(_ gateway: Gateway, of cluster: Cluster) -> Finding {
    Finding(
      .unusedGateway, "\(cluster.inWords) has no gateway that this could be for", at: gateway.place,
      help: "remove it; the control plane's is there with `endpoints: {exposure: gateway}`")
  }
}
