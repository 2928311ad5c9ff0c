internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unreachedPods = FindingCode(
    765, "unreached-pods", .error,
    Explanation(
      meaning: "Clusters have one network name, and their pods do not reach each other.",
      harm: """
        A network's name says that pods reach each other by their own addresses. Where two clusters have the same one, \
        proxies dial pods of the other cluster directly and never its gateway, and time out. The published steps give \
        every cluster the name `default`, which is also what asmcli calls any network, and a gateway that nobody uses. \
        Where pod addresses are routed between the clusters, say so with `pods` of each of them.
        """,
      sources: [
        "https://cloud.google.com/service-mesh/docs/unified-install/off-gcp-multi-cluster-setup",
        "istio/istio, pilot/pkg/xds/endpoints/ep_filters.go",
      ],
      wrong: .fleet(
        """
        networks: [{name: default}]
        clusters:
          - {name: berlin, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris, platform: gdc-vmware, apiServer: "https://api.paris.example.com"}
        """),
      right: .fleet("")))

  static let addressOfKubeconfig = FindingCode(
    768, "address-of-kubeconfig", .note,
    Explanation(
      meaning: "The topology does not say where the other clusters reach a cluster's API server.",
      harm: """
        The remote secret gets the address that the kubeconfig has of whoever runs the step. It often works on that \
        machine alone: a virtual address of the data centre, or one that leads through a tunnel. With `apiServer`, the \
        step puts that address in its place.
        """,
      sources: ["istio/istio#51376"],
      wrong: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris, network: network2, platform: gdc-vmware}
        """),
      right: .fleet("")))

  static let privateAPIServer = FindingCode(
    769, "private-api-server", .warning,
    Explanation(
      meaning: "An API server has a private address, and a cluster at another site has to read it.",
      harm: """
        istiod of each cluster reads all others. From another cloud, the virtual address of a data centre is most often \
        not reached, and its certificate not good for the one that is. istiod then has none of that cluster's endpoints, \
        and says so in its log alone. Where a VPN leads there, silence the warning with that as the reason.
        """,
      sources: ["istio/istio#32102"],
      wrong: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://10.0.0.10"}
          - {name: dublin, network: network2, platform: gke-aws, apiServer: "https://api.dublin.example.com"}
        """),
      right: .fleet("")))
}

extension Finding {
  static func unreachedPods(
    of cluster: Cluster, from first: Cluster, on network: Located<NetworkName>
  ) -> Finding {
    Finding(
      .unreachedPods,
      "\(first.inWords) and \(cluster.inWords) are both on network `\(network.value)`, and nothing says that their pods "
        + "reach each other",
      at: cluster.network?.range ?? cluster.place,
      notes: [Annotation(first.network?.range ?? first.place, "the first")],
      help: "give each of them a network of its own; where pod addresses are routed, name them: `pods: [10.0.0.0/16]`")
  }

  static func addressOfKubeconfig(_ silent: [Cluster], first: Cluster) -> Finding {
    let names = silent.compactMap { $0.name.map { "`\($0.value)`" } }
    return Finding(
      .addressOfKubeconfig, "the other clusters read \(listed(names)) where a kubeconfig says", at: first.place,
      help: "name the address that they reach: `apiServer: https://api.example.com`")
  }

  static func privateAPIServer(_ server: Located<ServerAddress>, of cluster: Cluster, reader: Cluster) -> Finding {
    Finding(
      .privateAPIServer,
      "\(reader.inWords) has to reach the API server of \(cluster.inWords), whose address is a private one",
      at: server.range, notes: [Annotation(reader.place, "is at another site")],
      help: "name an address that leads there from everywhere, or see that a VPN does")
  }
}
