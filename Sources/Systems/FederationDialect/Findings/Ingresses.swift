internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

extension FindingCode {
  static let unreachableIngress = FindingCode(
    715, "unreachable-ingress", .error,
    Explanation(
      meaning: "A peer in another cluster cannot reach the gateway that a mesh has for it.",
      harm: """
        `spec.remote.addresses` of the peer's ServiceMeshPeer would lead nowhere, or into the peer's own cluster: its \
        status says `503 Service Unavailable`, and no service ever comes.
        """,
      wrong: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, ingress: {type: ClusterIP}}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """),
      right: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, ingress: {type: LoadBalancer, gateways: [{for: green, addresses: [203.0.113.10]}]}}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """)))

  static let nodePorts = FindingCode(
    716, "federation-node-ports", .error,
    Explanation(
      meaning:
        "Gateways are reached at ports of nodes, and not all of these ports and addresses are said, or one is said twice.",
      harm: """
        A ServiceMeshPeer has the two ports as numbers, and cannot be written before they are known; left to Kubernetes, \
        they are chosen by chance. One node port can stand for one port of one Service.
        """,
      wrong: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, ingress: {type: NodePort, addresses: [192.0.2.10]}}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """),
      right: .federation(
        """
        meshes:
          - name: red
            cluster: cluster-a
            ingress:
              type: NodePort
              addresses: [192.0.2.10]
              gateways: [{for: green, nodePorts: {tls: 30443, discovery: 30188}}]
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """)))

  static let misplacedIngress = FindingCode(
    717, "misplaced-ingress", .error,
    Explanation(
      meaning: "Something is said of a mesh's gateways that cannot hold for them.",
      harm: """
        Each peer has a gateway and a load balancer of its own, since each has the gateway deny everybody but itself: one \
        address cannot stand for two. Peers in one cluster reach each other's Services, whatever else is said.
        """,
      wrong: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, ingress: {addresses: [203.0.113.10]}}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """),
      right: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, ingress: {gateways: [{for: green, addresses: [203.0.113.10]}]}}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """)))

  static let terminatingBalancer = FindingCode(
    718, "terminating-balancer", .error,
    Explanation(
      meaning: "The load balancer of a gateway for peers is one that looks into TLS, or may be one.",
      harm: """
        Meshes tell each other by their certificates. What ends TLS on the way, or is a classic load balancer of AWS, \
        takes these away: the connection is reset, and discovery says `503`.
        """,
      sources: ["https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/service_mesh/"],
      wrong: .federation(
        """
        meshes:
          - name: red
            cluster: cluster-a
            ingress:
              domain: apps.a.example.com
              annotations: {service.beta.kubernetes.io/aws-load-balancer-backend-protocol: http}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """),
      right: .federation(
        """
        meshes:
          - name: red
            cluster: cluster-a
            ingress:
              domain: apps.a.example.com
              annotations: {service.beta.kubernetes.io/aws-load-balancer-type: nlb}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """)))
}

extension Finding {
  static func unreachableIngress(_ mesh: FederatedMesh, from peer: MeshName, at range: SourceRange) -> Finding {
    Finding(
      .unreachableIngress,
      "`\(peer)` is in another cluster, and cannot reach \(mesh.inWords) at a Service of this type",
      at: range, help: "say `type: LoadBalancer` or `type: NodePort`, or at which addresses it is reached")
  }

  static func localIngress(_ address: String, at range: SourceRange) -> Finding {
    Finding(
      .unreachableIngress, "no other cluster reaches a gateway at `\(address)`", at: range,
      help: "name what leads to the gateway from the clusters of its peers")
  }

  static func noNodePorts(_ mesh: FederatedMesh, for peer: MeshName, at range: SourceRange) -> Finding {
    Finding(
      .nodePorts, "nothing says which ports of nodes stand for those of \(mesh.inWords)'s gateway for `\(peer)`",
      at: range, help: "`gateways: [{for: \(peer), nodePorts: {tls: 30443, discovery: 30188}}]`, say")
  }

  static func noNodeAddress(_ mesh: FederatedMesh, for peer: MeshName, at range: SourceRange) -> Finding {
    Finding(
      .nodePorts, "nothing says at which nodes `\(peer)` reaches \(mesh.inWords)", at: range,
      help: "`addresses: [192.0.2.10]`, say: addresses or names of nodes")
  }

  static func repeatedNodePort(_ port: Located<NodePort>, first: SourceRange) -> Finding {
    Finding(
      .nodePorts, "the node port \(port.value) of this cluster is taken", at: port.range,
      notes: [Annotation(first, "taken here")], help: "choose another one")
  }

  static func misplacedIngress(_ problem: String, at range: SourceRange, help: String) -> Finding {
    Finding(.misplacedIngress, problem, at: range, help: help)
  }

  static func sharedIngress(_ address: Located<Host>, first: SourceRange) -> Finding {
    Finding(
      .misplacedIngress, "`\(address.value)` is the address of another gateway", at: address.range,
      notes: [Annotation(first, "said here")], help: "each peer comes in by a gateway of its own: give its address")
  }

  static func terminatingBalancer(at range: SourceRange, help: String) -> Finding {
    Finding(
      .terminatingBalancer, "with this annotation, TLS between meshes does not get through", at: range, help: help)
  }
}
