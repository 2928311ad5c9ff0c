internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

extension FindingCode {
  static let meshNetworks = FindingCode(
    468, "mesh-networks", .error, restsOn: ["networks", "clusters", "mesh", "controlPlane", "values"],
    Explanation(
      meaning: "`global.meshNetworks` names a network, a cluster, a gateway or a port that there is not.",
      harm: """
        istiod takes what it knows and is silent about the rest. Endpoints of a registry that nobody is called have no \
        network: proxies dial the pods' own addresses, which lead nowhere from another network, and requests time out. \
        The topology has all of this already: networks from `clusters[].network`, gateways from `clusters[].gateway`, \
        and addresses that differ by who looks from `seenFrom`.
        """,
      sources: ["istio/istio#57299", "istio/istio@1.30.3 pilot/pkg/serviceregistry/kube/controller/network.go"],
      wrong: """
        values:
          global:
            meshNetworks:
              network1: {endpoints: [{fromRegistry: kubernetes}], gateways: [{address: 192.0.2.1, port: 15443}]}
        """,
      right: """
        values:
          global:
            meshNetworks:
              network1: {endpoints: [{fromRegistry: cluster1}], gateways: [{address: 192.0.2.1, port: 15443}]}
        """))
}

extension Finding {
  static func unknownMeshNetwork(_ key: Node.Scalar, among networks: [Located<NetworkName>]) -> Finding {
    let names = networks.map { "\($0.value)" }
    return Finding(
      .meshNetworks, "`meshNetworks` has the network `\(key.text)`, and no cluster is on it", misspelt: key.text,
      at: key.range, among: names, otherwise: "the networks are \(listed(names.map { "`\($0)`" }))")
  }

  static func unreadMeshNetworks(at range: SourceRange) -> Finding {
    Finding(
      .meshNetworks, "nothing in an ambient mesh reads `meshNetworks`", at: range,
      help: "leave it out: gateways are found by their Gateways alone")
  }

  static func unreadMeshNetworks(of remote: Cluster, at range: SourceRange) -> Finding {
    Finding(
      .meshNetworks, "no istiod reads the `meshNetworks` of \(remote.inWords)", at: range,
      notes: [Annotation(remote.place, "a remote: its primary tells its proxies where gateways are")],
      help: "write them into the values of its primary")
  }

  /// istiod logs such a range and goes on without it.
  static func unreadableRange(_ range: Node, _ misfit: Misfit) -> Finding {
    Finding(
      .meshNetworks, "`fromCidr: \(range.text ?? "")` \(misfit.problem)", at: range.range,
      help: "it takes \(misfit.expected)")
  }

  static func unknownRegistry(_ name: String, at range: SourceRange, among clusters: [Cluster]) -> Finding {
    let names = clusters.compactMap { $0.name.map { "\($0.value)" } }
    return Finding(
      .meshNetworks, "`fromRegistry: \(name)` is no cluster, and a registry is called as its cluster is",
      misspelt: name, at: range, among: names, otherwise: "the clusters are \(listed(names.map { "`\($0)`" }))")
  }

  static func registryElsewhere(
    _ cluster: Cluster, on other: NetworkName, not network: Located<NetworkName>, at range: SourceRange
  ) -> Finding {
    Finding(
      .meshNetworks, "\(cluster.inWords) is on `\(other)`, and not on `\(network.value)`", at: range,
      notes: [Annotation(cluster.network?.range ?? cluster.place, "the network of its pods")],
      help: "leave it out: its network is known")
  }

  static func unknownGatewayService(_ service: Node, among known: [String]) -> Finding {
    Finding(
      .meshNetworks, "no registry of this network has the Service `\(service.text ?? "")`",
      misspelt: service.text ?? "", at: service.range, among: known,
      otherwise: known.isEmpty
        ? "say under `endpoints` which registry it is in" : "the gateway is \(listed(known.map { "`\($0)`" }))")
  }

  static func anotherGatewayAddress(_ address: Node, known: Located<Host>) -> Finding {
    Finding(
      .meshNetworks, "the network's gateways are not reached at `\(address.text ?? "")`", at: address.range,
      notes: [Annotation(known.range, "where one is")],
      help: "say where it is reached from some clusters alone by `gateway.seenFrom`")
  }

  static func deafGatewayPort(_ port: Node, listening: [Int]) -> Finding {
    Finding(
      .meshNetworks, "no gateway of the network takes requests at port \(port.text ?? "")", at: port.range,
      help: "they take them at \(listed(Set(listening).sorted().map(String.init))); `gateway.port` says another")
  }
}
