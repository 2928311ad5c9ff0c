internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let gatewayPort = FindingCode(
    354, "gateway-port", .error,
    Explanation(
      meaning: "The port that others are to dial is none that they can, or is another port of the gateway.",
      harm: """
        istiod tells the proxies of other networks one port of a gateway: the number in a label of its Service, if the \
        Service has that port, and 15443 otherwise. Node ports take its place where there are some, and ambient \
        meshes have 15008. A second port of the same number is refused by the API server.
        """,
      sources: [
        "istio/istio, pilot/pkg/serviceregistry/kube/controller/network.go",
        "istio/api, label/labels.yaml: networking.istio.io/gatewayPort",
      ],
      wrong: .gateway("{port: 15021}"), right: .gateway("{port: 443}")))

  static let gatewayView = FindingCode(
    355, "gateway-view", .error,
    Explanation(
      meaning: "What is said of where a gateway is seen from has nobody who reads it, or leaves somebody out.",
      harm: """
        A control plane tells all proxies that it serves the same address of a gateway. Where addresses differ, each \
        control plane is given them in `meshNetworks`, and the Service says nothing any more: what is left out here \
        would be no gateway at all, and requests would go to pods' own addresses, which lead nowhere.
        """,
      sources: ["istio/istio#57299", "istio/istio, pilot/pkg/model/network.go"],
      wrong: .gateway("{seenFrom: [{cluster: cluster1, address: 10.8.0.10}]}"),
      right: .gateway("{seenFrom: [{cluster: cluster2, address: 10.8.0.10}]}")))

  static let addressBesideNodePorts = FindingCode(
    360, "address-beside-node-ports", .note,
    Explanation(
      meaning: "A gateway at node ports has an address, which other clusters' proxies do not dial.",
      harm: """
        istiod tells them the nodes' own external addresses (`ExternalIP` in their status) and the node port. The address \
        is used for the verification alone. Where they shall dial it, since nodes have no external addresses or \
        somebody's load balancer stands before them, say the port, too: control planes are told both then. Where the \
        nodes' addresses are meant, `nodeSelector` says of which nodes.
        """,
      sources: ["istio/istio#40846", "istio/istio, pilot/pkg/serviceregistry/kube/controller/network.go"],
      wrong: .gateway("{address: 192.0.2.1, service: {type: NodePort, nodePorts: {tls: 31443}}}"),
      right: .gateway("{address: 192.0.2.1, port: 31443, service: {type: NodePort, nodePorts: {tls: 31443}}}")))
}

extension Explanation.Example {
  /// Two clusters on two networks, of which the first has this gateway.
  static func gateway(_ gateway: String, with key: String? = nil, more: String = "") -> Self {
    let text = """
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443\(key.map { "\n    \($0)" } ?? "")
          gateway: \(gateway)
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"\(more)}
      """
    return Self(shown: text, bytes: Array(text.utf8))
  }
}

extension Finding {
  static func gatewayPort(_ problem: String, _ port: Located<PortNumber>, help: String) -> Finding {
    Finding(.gatewayPort, problem, at: port.range, help: help)
  }

  static func gatewayView(_ problem: String, at range: SourceRange, help: String) -> Finding {
    Finding(.gatewayView, problem, at: range, help: help)
  }

  static func separateViews(of first: Cluster, and other: Cluster, at range: SourceRange) -> Finding {
    Finding(
      .gatewayView, "\(first.inWords) and \(other.inWords) have one control plane, which tells both the same address",
      at: range, help: "say the same of both, or give one of them a control plane")
  }

  static func unknownViewer(_ kind: String, _ name: String, at range: SourceRange, among known: [String]) -> Finding {
    Finding(
      .gatewayView, "no \(kind) is called `\(name)`", misspelt: name, at: range, among: known,
      otherwise: "there are \(listed(known, most: 12))")
  }

  static func repeatedView(_ viewer: String, at range: SourceRange, first: SourceRange) -> Finding {
    Finding(
      .gatewayView, "where `\(viewer)` sees the gateway is said twice", at: range,
      notes: [Annotation(first, "the first of them")], help: "remove one of them")
  }

  static func addressBesideNodePorts(_ address: Located<Host>, port: Int?) -> Finding {
    Finding(
      .addressBesideNodePorts, "other clusters dial the nodes' own external addresses, and not `\(address.value)`",
      at: address.range,
      help: "where they shall dial it, say its port, too: `port: \(port.map { "\($0)" } ?? "…")`")
  }
}
