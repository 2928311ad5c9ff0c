internal import Diagnostics

extension FindingCode {
  static let gatewayKind = FindingCode(
    333, "gateway-kind", .error,
    Explanation(
      meaning: "A gateway is of a kind that the mesh cannot use at this place.",
      harm: """
        Nodes' proxies of an ambient mesh speak HBONE, which only a `Gateway` of Gateway API takes in. With sidecars, \
        such a gateway is made by the control plane that has the cluster's own configuration: a remote cluster has \
        none, and the way in to istiod itself takes TLSRoutes, which the standard channel has only from 1.5 on.
        """,
      sources: ["istio/istio#57878", "istio/istio#60609"],
      wrong: """
        distribution: {name: sail, version: 1.30.3}
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {kind: deployment}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        distribution: {name: sail, version: 1.30.3}
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {kind: gateway-api}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func deploymentOfAmbient(_ kind: Located<Gateway.Kind>, dataPlane: SourceRange?) -> Finding {
    Finding(
      .gatewayKind, "an ambient mesh's gateway is a `Gateway` of Gateway API", at: kind.range,
      notes: dataPlane.map { [Annotation($0, "the data plane")] } ?? [], help: "remove `kind`, or use `gateway-api`")
  }

  static func gatewayAPIAcrossControlPlanes(_ kind: Located<Gateway.Kind>, of cluster: Cluster) -> Finding {
    Finding(
      .gatewayKind, "\(cluster.inWords) cannot have a gateway made from Gateway API: it is a remote, or serves one",
      at: kind.range, help: "use `deployment`, or leave `kind` out")
  }
}
