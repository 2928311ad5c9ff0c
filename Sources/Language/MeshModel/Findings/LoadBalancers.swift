internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let terminatingLoadBalancer = FindingCode(
    640, "terminating-load-balancer", .error,
    Explanation(
      meaning: "The load balancer before a gateway is told to end TLS, or to look into the requests.",
      harm: """
        The TLS session goes from the client's proxy to the service's. Whoever ends it in between takes the name out that \
        the gateway finds the service by, and the proxies' certificates, too: requests fail with 503, and remote \
        clusters are not served.
        """,
      sources: [
        "istio/istio.io#16648", "istio/istio#39905",
        "kubernetes-sigs/aws-load-balancer-controller, docs/guide/service/annotations.md",
        "kubernetes/cloud-provider-openstack, docs/openstack-cloud-controller-manager",
        "digitalocean/digitalocean-cloud-controller-manager, docs/controllers/services/annotations.md",
        "scaleway/scaleway-cloud-controller-manager, docs/loadbalancer-annotations.md",
      ],
      wrong: .annotated("aws-load-balancer-ssl-cert: arn:aws:acm:eu-west-1:111122223333:certificate/1"),
      right: .annotated("aws-load-balancer-type: nlb")))

  static let proxyProtocol = FindingCode(
    352, "proxy-protocol", .error,
    Explanation(
      meaning: "The load balancer before a gateway sends the proxy protocol, which the gateway does not expect.",
      harm: """
        Each connection would begin with a line or a few bytes that are no TLS. The gateway finds no name in them and \
        closes the connection: requests fail with 503, and remote clusters are not served. Gateways expect it only \
        where `meshConfig.defaultConfig.gatewayTopology.proxyProtocol` is set, all of them then.
        """,
      sources: ["https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/"],
      wrong: .annotated("aws-load-balancer-proxy-protocol: \"*\""),
      right: .annotated("aws-load-balancer-proxy-protocol: \"false\"")))

  static let failingHealthCheck = FindingCode(
    363, "failing-health-check", .error,
    Explanation(
      meaning: "The load balancer before a gateway is told to ask for HTTP at ports that answer TLS alone.",
      harm: """
        It gets no answer, takes every pod for dead, and sends requests nowhere: other networks see time-outs, while all \
        pods are ready. The gateway says how it is at port 15021, by HTTP, below /healthz/ready; TCP will do, too.
        """,
      sources: [
        "https://istio.io/latest/docs/ops/deployment/application-requirements/",
        "https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/",
        "kubernetes-sigs/aws-load-balancer-controller, docs/guide/service/annotations.md",
      ],
      wrong: .annotated("aws-load-balancer-healthcheck-protocol: http"),
      right: .annotated("aws-load-balancer-healthcheck-protocol: tcp")))
}

extension Explanation.Example {
  fileprivate static func annotated(_ annotation: String) -> Self {
    let text = """
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443
          gateway:
            service:
              annotations:
                service.beta.kubernetes.io/\(annotation)
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """
    return Self(shown: text, bytes: Array(text.utf8))
  }
}

extension Finding {
  static func terminatingLoadBalancer(at range: SourceRange) -> Finding {
    Finding(
      .terminatingLoadBalancer, "the load balancer would end the TLS that the gateway has to pass on", at: range,
      help: "let it pass connections on as they are, a network load balancer, say")
  }

  static func failingHealthCheck(at range: SourceRange) -> Finding {
    Finding(
      .failingHealthCheck,
      "the load balancer would ask for HTTP where TLS alone is answered, and take the gateway for dead",
      at: range, help: "let it ask by TCP, or at port 15021")
  }

  static func proxyProtocol(at range: SourceRange) -> Finding {
    Finding(
      .proxyProtocol, "the load balancer would send the proxy protocol, which the gateway takes for broken TLS",
      at: range, help: "remove it")
  }
}
