internal import Diagnostics

/// Changes of who is part of the mesh.
let membershipKinds: [ChangeKind] = [
  .clusterRemoved, .meshRemoved, .networkRemoved, .namespaceRemoved, .waypointRemoved,
  .clusterAdded, .networkAdded, .namespaceAdded, .waypointAdded, .meshAdded,
]

extension ChangeKind {
  static let clusterRemoved = ChangeKind(
    842, "cluster-removed", .dangerous,
    "A cluster is no longer part of the mesh.",
    because: """
      Its remote secret stays in every other cluster, so that these go on sending requests to it; its own control plane and \
      credentials stay, too, and the instructions for taking them down go with it.
      """,
    instead: """
      Move its workloads away, carry out the steps of this change (the remote secrets in all others, then what is in the \
      cluster), and only then merge it.
      """,
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network2, apiServer: "https://api.three.example.com:6443"}
      """,
    after: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """)

  static let meshRemoved = ChangeKind(
    843, "mesh-removed", .dangerous,
    "A mesh is gone, with what it exports to its peers.",
    because:
      "Clients of its services in all peers fail, and its control plane, gateways and credentials stay where they are.",
    instead: "Take its exports out of the peers' imports first, then carry out its removal, and only then merge it.",
    before: """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: example}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: one}, {name: two}, {name: three}]
      meshes:
        - {name: red, cluster: one, members: [shop]}
        - {name: green, cluster: two, members: [shop]}
        - {name: blue, cluster: three, members: [shop]}
      peers: all
      """,
    after: """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: example}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: one}, {name: two}]
      meshes:
        - {name: red, cluster: one, members: [shop]}
        - {name: green, cluster: two, members: [shop]}
      peers: all
      """)

  static let networkRemoved = ChangeKind(
    844, "network-removed", .disruptive,
    "A network is gone, and with it the gateways into it.",
    because: "Whoever still counts its pods to it sends them nothing, or to a gateway that is no more.",
    instead: "Move its clusters, or take them out, one after the other, and the network last.",
    before: """
      networks: [{name: network1}, {name: network2}, {name: network3}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network3, apiServer: "https://api.three.example.com:6443"}
      """,
    after: """
      networks: [{name: network1}, {name: network2}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network2, apiServer: "https://api.three.example.com:6443"}
      """)

  static let namespaceRemoved = ChangeKind(
    845, "namespace-removed", .disruptive,
    "A namespace is no longer part of the mesh, or no longer in a cluster.",
    because: """
      Nothing happens until its pods restart; then they come without a proxy, and whoever asks for mutual TLS refuses \
      them. The label stays where kubectl has put it, so that it is not gone either.
      """,
    instead:
      "Take the label away and restart the workloads at a time that suits them: the steps of the change say how.",
    before: "namespaces: [{name: shop}, {name: pay}]", after: "namespaces: [{name: shop}]")

  static let waypointRemoved = ChangeKind(
    847, "waypoint-removed", .dangerous,
    "A namespace loses its waypoint, or gets one of another name.",
    because: "Routes and policies that hang on the waypoint are no longer carried out: what they kept out comes in.",
    instead: "Move the policies first, and see that what they forbid is still forbidden.",
    before: """
      controlPlane: {mode: multi-primary, dataPlane: ambient}
      namespaces: [{name: shop, waypoint: waypoint}]
      """,
    after: """
      controlPlane: {mode: multi-primary, dataPlane: ambient}
      namespaces: [{name: shop}]
      """)

  static let clusterAdded = ChangeKind(
    848, "cluster-added", .safe,
    "A cluster joins the mesh.",
    because: "The others learn of its services once they have its remote secret; nothing of theirs restarts for it.",
    instead: "See that services of one name are one service: from then on, requests go to both clusters' pods.",
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network2, apiServer: "https://api.three.example.com:6443"}
      """)

  static let networkAdded = ChangeKind(
    849, "network-added", .safe,
    "There is another network.",
    because: "Clusters on it are reached through gateways; what was there before stays.",
    instead: "See that the gateways' addresses can be reached from it and to it.",
    before: """
      networks: [{name: network1}, {name: network2}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      networks: [{name: network1}, {name: network2}, {name: network3}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network3, apiServer: "https://api.three.example.com:6443"}
      """)

  static let namespaceAdded = ChangeKind(
    850, "namespace-added", .safe,
    "Another namespace is part of the mesh, or is so in another cluster.",
    because: "It gets its label; pods that run stay as they are, and those that start from then on are in the mesh.",
    instead: "Restart its workloads when it suits them.",
    before: "namespaces: [{name: shop}]", after: "namespaces: [{name: shop}, {name: pay}]")

  static let waypointAdded = ChangeKind(
    851, "waypoint-added", .safe,
    "A namespace gets a waypoint.",
    because: "Requests pass it once it is ready, and policies that name it begin to count.",
    instead: "Have its policies ready before.",
    before: """
      controlPlane: {mode: multi-primary, dataPlane: ambient}
      namespaces: [{name: shop}]
      """,
    after: """
      controlPlane: {mode: multi-primary, dataPlane: ambient}
      namespaces: [{name: shop, waypoint: waypoint}]
      """)

  static let meshAdded = ChangeKind(
    852, "mesh-added", .safe,
    "Another mesh shares services.",
    because: "Peers get a way to it; what the others have between them stays.",
    instead: "Exchange the roots before anything is imported.",
    before: """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: example}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: one}, {name: two}]
      meshes:
        - {name: red, cluster: one, members: [shop]}
        - {name: green, cluster: two, members: [shop]}
      peers: all
      """,
    after: """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: example}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: one}, {name: two}, {name: three}]
      meshes:
        - {name: red, cluster: one, members: [shop]}
        - {name: green, cluster: two, members: [shop]}
        - {name: blue, cluster: three, members: [shop]}
      peers: all
      """)
}
