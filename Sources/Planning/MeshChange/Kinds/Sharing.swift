internal import Diagnostics

/// Changes of what clusters and meshes share.
let sharingKinds: [ChangeKind] = [
  .exportOpened, .peerRemoved, .exportRemoved, .importChanged, .serviceChanged, .serviceAdded, .routes,
]

extension ChangeKind {
  static let exportOpened = ChangeKind(
    867, "export-opened", .dangerous,
    "A mesh exports services that nobody has named, or to peers that nobody has named.",
    because: "Whatever gets such a name or label later on is open to the peers, too, and nobody reviews it.",
    instead: "Name each service and each peer.",
    before: exports("services: [{name: web, namespace: shop}]"),
    after: exports("services: [{name: \"*\", namespace: shop}]"))

  static let peerRemoved = ChangeKind(
    868, "peer-removed", .disruptive,
    "Two meshes no longer share anything.",
    because: "Requests between them fail, and what was imported is gone.",
    instead: "Take the imports away first, and see that nobody misses them.",
    before: three("peers: all"), after: three("peers: [[red, green], [green, blue]]"))

  static let exportRemoved = ChangeKind(
    869, "export-removed", .disruptive,
    "A mesh no longer exports a service, exports it under another name, or to fewer peers.",
    because: "Clients in the peers that have imported it get no answer under the name that they know.",
    instead: "Take it out of the peers' imports first.",
    before: exports("services: [{name: web, namespace: shop}, {name: pay, namespace: shop}]"),
    after: exports("services: [{name: web, namespace: shop}]"))

  static let importChanged = ChangeKind(
    870, "import-changed", .disruptive,
    "A mesh no longer imports a service, or has it under another name.",
    because: "Its clients get no answer under the name that they know.",
    instead: "Let both names stand until no client uses the old one.",
    before: exports(
      "services: [{name: web, namespace: shop}]",
      "imports: [{into: green, from: red, services: [{name: web, namespace: shop}]}]"),
    after: exports("services: [{name: web, namespace: shop}]"))

  static let serviceChanged = ChangeKind(
    871, "service-changed", .disruptive,
    "A service that clusters share is gone, or has other ports, clusters, addresses or clients.",
    because: "Clients in other clusters that still use what is gone get no answer.",
    instead: "Bring in what is new first, and take out what is old once nobody uses it.",
    before: replicated("[{name: http, number: 8000, protocol: HTTP}]"),
    after: replicated("[{name: http, number: 9000, protocol: HTTP}]"))

  static let serviceAdded = ChangeKind(
    872, "service-added", .safe,
    "A service is shared that was not, or with more peers or clusters.",
    because: "Clients there can find it; nothing that was there before changes.",
    instead: "See that its policies let in those whom it is shared with, and nobody else.",
    before: exports("services: [{name: web, namespace: shop}]"),
    after: exports("services: [{name: web, namespace: shop}, {name: pay, namespace: shop}]"))

  static let routes = ChangeKind(
    873, "routes", .safe,
    "Requests are shared out in another way.",
    because: "Proxies take the new routes within seconds, without a restart.",
    instead: "See that the subsets that get more have the room.",
    before: replicated("[{name: http, number: 8000, protocol: HTTP}]", route("90", "10")),
    after: replicated("[{name: http, number: 8000, protocol: HTTP}]", route("50", "50")))

  private static func three(_ peers: String) -> Explanation.Example {
    example(
      """
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
      \(peers)
      """)
  }

  private static func exports(_ services: String, _ imports: String? = nil) -> Explanation.Example {
    example(
      """
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
      exports: [{from: red, to: [green], \(services)}]\(imports.map { "\n\($0)" } ?? "")
      """)
  }

  private static func route(_ first: String, _ second: String) -> String {
    """
    routes:
      - service: web
        namespace: shop
        in: [cluster1]
        rules: [{to: [{subset: a, weight: \(first)}, {subset: b, weight: \(second)}]}]
    """
  }

  private static func replicated(_ ports: String, _ routes: String? = nil) -> Explanation.Example {
    example(
      """
      distribution: {name: istio, version: 1.8.5}
      controlPlane: {mode: replicated}
      clusters:
        - {name: cluster1, network: network1, gateway: {address: 192.0.2.1}, dns: {server: coredns, version: 1.8.0, globalClusterIP: 10.0.0.53}}
        - {name: cluster2, network: network2, gateway: {address: 192.0.2.2}}
      services:
        - name: web
          namespace: shop
          clusters: [cluster2]
          ports: \(ports)
          subsets: [{name: a, labels: {version: a}, clusters: [cluster2]}, {name: b, labels: {version: b}, clusters: [cluster2]}]
          global: {importedBy: [cluster1]}\(routes.map { "\n\($0)" } ?? "")
      """)
  }

  private static func example(_ text: String) -> Explanation.Example {
    Explanation.Example(shown: text, bytes: Array(text.utf8))
  }
}
