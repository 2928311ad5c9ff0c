internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let openGateway = FindingCode(
    334, "open-gateway", .warning,
    Explanation(
      meaning: "A gateway can be reached from the internet, and nothing says who may.",
      harm: """
        An east-west gateway passes whatever has a certificate of the mesh on to any service, and serves the control \
        plane's ports where there are remotes. Mutual TLS is then the only line of defence, and the port is found \
        within hours. Name the other networks' outgoing addresses, or make the load balancer an internal one. Where it \
        must be so, silence the warning with the reason.
        """,
      sources: ["https://istio.io/latest/docs/ops/configuration/traffic-management/multicluster/"],
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", platform: gke, gateway: {address: 8.8.8.8}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            platform: gke
            gateway: {address: 8.8.8.8, service: {loadBalancerSourceRanges: [198.51.100.0/24]}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  /// A gateway that anybody reaches; the reason is how that is known: "its address is a public one".
  static func openGateway(of cluster: Cluster, because reason: String, at range: SourceRange) -> Finding {
    Finding(
      .openGateway, "the gateway of \(cluster.inWords) is open to the internet: \(reason)", at: range,
      help: "add `service: {loadBalancerSourceRanges: […]}` with the other networks' outgoing addresses")
  }
}
