internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unfollowedName = FindingCode(
    353, "unfollowed-name", .error,
    Explanation(
      meaning: """
        Remote clusters know, or will know, their control plane by a DNS name, and their API servers do not follow names.
        """,
      harm: """
        The remote's Service `istiod` is an ExternalName then. API servers that look for a Service's endpoints \
        themselves (`--enable-aggregator-routing`: EKS, k3s, RKE2) refuse that behind a webhook: no pod with a sidecar \
        starts, "unsupported service type ExternalName". Load balancers of EKS have names alone: give the gateway one \
        with fixed addresses (`aws-load-balancer-eip-allocations`, `aws-load-balancer-private-ipv4-addresses`) and write \
        down one of them, or give every cluster a control plane.
        """,
      sources: [
        "istio/istio#45014", "istio/istio#37331", "k3s-io/k3s#6659", "k3s-io/k3s#7971",
        "istio-ecosystem/sail-operator, docs/deployment-models/multicluster.adoc",
      ],
      wrong: example("gw.example.com"), right: example("192.0.2.1")))

  private static func example(_ address: String) -> Explanation.Example {
    let text = """
      controlPlane: {mode: primary-remote}
      networks: [{name: network1}]
      clusters:
        - name: cluster1
          apiServer: https://api.one.example.com
          pods: [10.10.0.0/16]
          gateway: {address: \(address)}
        - name: cluster2
          primary: cluster1
          platform: eks
          apiServer: https://api.two.example.com
          pods: [10.20.0.0/16]
      """
    return .init(shown: text, bytes: Array(text.utf8))
  }
}

extension Finding {
  static func unfollowedName(
    _ address: Located<Host>, of server: Cluster, by remote: Cluster, on platform: Located<Cluster.Platform>
  ) -> Finding {
    Finding(
      .unfollowedName, "\(remote.inWords) cannot reach the control plane of \(server.inWords) by a name",
      at: address.range,
      notes: [Annotation(platform.range, "its API server refuses a name behind a webhook")],
      help: "give an IP address of the gateway's load balancer")
  }

  static func unfollowedNameToCome(of server: CheckedCluster, by remote: CheckedCluster) -> Finding {
    Finding(
      .unfollowedName,
      "the load balancer of `\(server.name)` will have a name, by which `\(remote.name)` cannot reach its control plane",
      at: server.place,
      notes: [Annotation(remote.place, "the API server of its platform refuses a name behind a webhook")],
      help: "give the load balancer addresses that stay, and one of them as `gateway.address`")
  }
}
