internal import Diagnostics

/// Changes of who reaches what.
let reachKinds: [ChangeKind] = [
  .rangesOpened, .exposed, .egressOpened, .rangesNarrowed, .egressClosed, .networkMoved, .gatewayAddress, .gatewayPort,
  .gatewayService, .fewReplicas, .apiServer, .remoteAccess, .gatewaySettings, .scaling, .context,
]

extension ChangeKind {
  static let rangesOpened = ChangeKind(
    827, "ranges-opened", .dangerous,
    "More addresses than before may connect to a gateway.",
    because: """
      A gateway between clusters passes every service of the mesh, and mutual TLS is all that is left before them. Without \
      ranges, the whole internet may try.
      """,
    instead: "Name the addresses that the other clusters' nodes come from, and nothing wider.",
    before: gateway("service: {loadBalancerSourceRanges: [192.0.2.0/24]}"),
    after: gateway("service: {loadBalancerSourceRanges: [192.0.2.0/24, 0.0.0.0/0]}"))

  static let exposed = ChangeKind(
    828, "exposed", .dangerous,
    "A gateway gets a load balancer that can be reached from outside, or one that was internal no longer is.",
    because: "It gets a public address, and every service of the mesh is behind it.",
    instead: "Keep the balancer internal, or name the ranges that may connect in the same change.",
    before: gateway(
      "service: {annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: internal}}"),
    after: gateway(
      "service: {annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing}}"))

  static let egressOpened = ChangeKind(
    829, "egress-opened", .dangerous,
    "Workloads may reach what the mesh does not know.",
    because: "What was stopped because it was in no registry leaves the cluster from now on.",
    instead: "Name what is needed by a ServiceEntry.",
    before: "values: {meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}}",
    after: "values: {meshConfig: {outboundTrafficPolicy: {mode: ALLOW_ANY}}}")

  static let rangesNarrowed = ChangeKind(
    830, "ranges-narrowed", .disruptive,
    "Fewer addresses than before may connect to a gateway.",
    because: "A cluster whose nodes come from another address loses what is behind the gateway.",
    instead: "Compare the ranges with the addresses that all other clusters' requests come from.",
    before: gateway("service: {loadBalancerSourceRanges: [192.0.2.0/24, 198.51.100.0/24]}"),
    after: gateway("service: {loadBalancerSourceRanges: [192.0.2.0/24]}"))

  static let egressClosed = ChangeKind(
    831, "egress-closed", .disruptive,
    "Workloads may no longer reach what the mesh does not know.",
    because: "Whatever no ServiceEntry names is refused at once, with 502 or a closed connection.",
    instead:
      "Look for `BlackHoleCluster` and `PassthroughCluster` in the proxies' telemetry first, and name what is needed.",
    before: "values: {meshConfig: {outboundTrafficPolicy: {mode: ALLOW_ANY}}}",
    after: "values: {meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}}")

  static let networkMoved = ChangeKind(
    832, "network-moved", .disruptive,
    "A cluster is on another network.",
    because: """
      Its pods keep the network that they have started with, and the others send to pods directly, or through a gateway, \
      as the old one says, until all have restarted.
      """,
    instead: "See that the way of the new network is open, drain the cluster, and restart its workloads at once.",
    before: """
      networks: [{name: network1}, {name: network2}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network1, apiServer: "https://api.three.example.com:6443"}
      """,
    after: """
      networks: [{name: network1}, {name: network2}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network2, apiServer: "https://api.three.example.com:6443"}
      """)

  static let gatewayAddress = ChangeKind(
    833, "other-gateway-address", .disruptive,
    "A gateway is reached at another address.",
    because: "The others send to the old address until they have been told of the new one, and connections break.",
    instead: "Keep the old address open until all clusters have the new one.",
    before: gateway("address: 192.0.2.10"), after: gateway("address: 192.0.2.20"))

  static let gatewayPort = ChangeKind(
    834, "other-gateway-port", .disruptive,
    "A gateway is reached at another port.",
    because: "Whoever still sends to the old port, and every firewall that only knows that one, stops the requests.",
    instead: "Open the new port everywhere first, and close the old one afterwards.",
    before: gateway("address: 192.0.2.10, port: 15443"), after: gateway("address: 192.0.2.10, port: 16443"))

  static let gatewayService = ChangeKind(
    835, "other-gateway-service", .disruptive,
    "A gateway's Service is of another kind, or lives elsewhere.",
    because:
      "It gets another address, or hands requests on in another way, while the others still send to the old one.",
    instead: "Bring the new one up beside the old, tell the others, and then take the old one down.",
    before: gateway("kind: deployment"), after: gateway("kind: gateway-api"))

  static let fewReplicas = ChangeKind(
    836, "single-replica", .disruptive,
    "A gateway or control plane has one pod where it had several.",
    because:
      "Whenever its node goes, requests fail until another pod is up, or a disruption budget keeps nodes from draining.",
    instead: "Keep two at least.",
    before: gateway("replicas: 2"), after: gateway("replicas: 1"))

  static let apiServer = ChangeKind(
    837, "api-server", .disruptive,
    "A cluster's API server is read at another address, or known by another certificate.",
    because: """
      The other clusters' remote secrets hold the old one. Once that is closed they go on with what they know, and send to \
      pods that are no more.
      """,
    instead: "Keep the old address open until the remote secrets have been made anew in all other clusters.",
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.second.example.com:6443"}
      """)

  static let remoteAccess = ChangeKind(
    838, "remote-access", .disruptive,
    "Control planes get to read other clusters in another way.",
    because: """
      A control plane that finds two credentials of one cluster takes the first and says nothing; once the old ones are \
      gone and the new ones not there, it knows no pods of the others.
      """,
    instead: "Bring in the new credentials in one cluster after the other, and remove the old ones in the same hour.",
    before: "remoteAccess: {delivery: manual}", after: "remoteAccess: {delivery: tokenSecret}")

  static let gatewaySettings = ChangeKind(
    839, "gateway-settings", .safe,
    "A gateway's Service has other annotations.",
    because: "They are read by whoever makes the load balancer, and no pod restarts.",
    instead: "See in the provider's documents whether the annotation makes it a new balancer, with a new address.",
    before: gateway("service: {annotations: {example.com/team: platform}}"),
    after: gateway("service: {annotations: {example.com/team: network}}"))

  static let scaling = ChangeKind(
    840, "scaling", .safe,
    "A gateway or control plane has other bounds for the number of its pods.",
    because: "Pods come, or go in order, and more than one stays.",
    instead: "See that the nodes have room.",
    before: gateway("replicas: 2"), after: gateway("replicas: 3"))

  static let context = ChangeKind(
    841, "context", .safe,
    "Commands reach a cluster by another context of the kubeconfig.",
    because: "Only commands have it in them, and nothing in a cluster.",
    instead: "See that it leads to the same cluster as before.",
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", context: west-admin}
      """)

  /// The clusters of an example, the first with these settings of its gateway.
  private static func gateway(_ settings: String) -> Explanation.Example {
    let text = """
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443
          gateway: {\(settings)}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """
    return Explanation.Example(shown: text, bytes: Array(text.utf8))
  }
}
