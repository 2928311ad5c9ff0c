internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let gatewaysOfOneNetwork = FindingCode(
    466, "gateways-of-one-network", .warning, restsOn: ["controlPlane", "networks", "clusters"],
    Explanation(
      meaning: "An ambient mesh has several clusters on one network of several, each with an east-west gateway.",
      harm: """
        Clients on other networks take one gateway of the network for all of its clusters, the first that their istiod \
        finds, and which that is is not defined. The others stand idle; where the one fails, requests fail, although the \
        rest could serve them.
        """,
      sources: ["istio/istio#56960", "istio/istio#59273"],
      wrong: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", pods: [10.10.0.0/16]}
          - {name: cluster2, network: network1, apiServer: "https://api.two.example.com:6443", pods: [10.20.0.0/16]}
          - {name: cluster3, network: network2, apiServer: "https://api.three.example.com:6443"}
        """,
      right: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        networks: [{name: network1}, {name: network2}]
        """))

  static let misplacedAmbient = FindingCode(
    467, "misplaced-ambient", .error, restsOn: ["distribution", "controlPlane", "namespaces"],
    Explanation(
      meaning: "The topology has a key of ambient meshes that means nothing in its own.",
      harm: """
        Nothing would come of it. Waypoints serve pods without sidecars, and what crosses networks is another matter \
        where proxies are in the pods. Before 1.29, Istio has no switches for it.
        """,
      sources: ["istio/istio@1.30.3 pilot/pkg/features/ambient.go"],
      wrong: "namespaces: [{name: shop, waypoint: shop-waypoint}]",
      right: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        namespaces: [{name: shop, waypoint: shop-waypoint}]
        sharing: {only: [shop]}
        """))
}

extension Finding {
  static func gatewaysOfOneNetwork(_ network: Located<NetworkName>, clusters: [Cluster]) -> Finding {
    Finding(
      .gatewaysOfOneNetwork, "of the \(clusters.count) gateways of `\(network.value)`, clients elsewhere use one",
      at: network.range, notes: clusters.dropFirst().prefix(1).map { Annotation($0.place, "a second cluster on it") },
      help: "give each cluster a network of its own, or expect no failover between its gateways")
  }

  static func crossingTooEarly(_ crossing: ControlPlane.AcrossNetworks, _ version: Version) -> Finding {
    .misplacedAmbient(
      "`acrossNetworks` with Istio \(version)", at: crossing.place, help: "plan 1.29 or later, or leave it out")
  }

  static func misplacedAmbient(_ what: String, at range: SourceRange, help: String) -> Finding {
    Finding(.misplacedAmbient, "\(what) does nothing in this mesh", at: range, help: help, mistake: "dataPlane")
  }
}
