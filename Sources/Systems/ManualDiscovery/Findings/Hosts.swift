internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unnamedService = FindingCode(
    770, "unnamed-service", .error,
    Explanation(
      meaning:
        "Services are imported without being named, and no control plane is there that would know which these are.",
      harm: """
        Federation takes whatever a peer has and matches. Without it, each service is an object with the service's name \
        in it, and a rule that stands for many cannot become any.
        """,
      sources: ["openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation"],
      wrong: .meshes(#"imports: [{into: green, from: red, services: [{name: "*", namespace: red-shop}]}]"#),
      right: .meshes()))

  static let clashingHost = FindingCode(
    771, "clashing-host", .error,
    Explanation(
      meaning: "The name that a mesh calls a peer's service by is that of something else in the peer's own mesh.",
      harm: """
        The peer's gateway is asked for the service by this name, and there it can lead to one thing alone. Requests would \
        arrive at another service than the one that was meant.
        """,
      wrong: .meshes(
        """
        \(twoServices)
        imports:
          - into: green
            from: red
            services:
              - {name: ratings, namespace: red-shop}
              - {name: ratings-v2, namespace: red-shop, as: {name: ratings}, asLocal: true}
        """),
      right: .meshes(
        """
        \(twoServices)
        imports:
          - into: green
            from: red
            services:
              - {name: ratings, namespace: red-shop}
              - {name: ratings-v2, namespace: red-shop, asLocal: true}
        """)))

  /// Two services that one peer exports.
  private static var twoServices: String {
    """
    exports:
      - from: red
        services:
          - name: ratings-v2
            namespace: red-shop
            ports: [{name: http, number: 9080, protocol: http}]
            workload: {labels: {app: ratings}, serviceAccount: ratings}
          - name: ratings
            namespace: red-shop
            ports: [{name: http, number: 9080, protocol: http}]
            workload: {labels: {app: ratings-v1}, serviceAccount: ratings}
    """
  }

  static let localServiceWins = FindingCode(
    777, "local-service-wins", .warning,
    Explanation(
      meaning: "A service is imported under a local name in a namespace where a Service of that name may be.",
      harm: """
        Of a Service of Kubernetes and a ServiceEntry of one name, Istio takes the Service and ignores the entry: requests \
        never reach the peer, not even when no local pod is left. Federation put the two together. It is the same in the \
        exporter's mesh, whose gateway is asked for the service by this name.
        """,
      sources: ["istio/istio, pilot/pkg/model/sidecar.go"],
      wrong: .meshes(
        """
        imports:
          - into: green
            from: red
            services: [{name: ratings, namespace: red-shop, asLocal: true, as: {namespace: green-shop}}]
        """),
      right: .meshes(
        """
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: red-shop, as: {namespace: green-shop}}]}
        """)))

  static let sharedCluster = FindingCode(
    776, "meshes-in-one-cluster", .error,
    Explanation(
      meaning: "Two meshes that share services by hand are in one cluster.",
      harm: """
        Their gateways, and the plug-in that all pods of a node need, would be one for both. OpenShift Service Mesh 3 can \
        have several control planes in a cluster; how these share services is not planned here.
        """,
      sources: ["openshift-service-mesh/sail-operator, docs/ossm/multi-control-planes"],
      wrong: .meshes(
        """
        clusters: [{name: cluster-a, gateway: {address: 192.0.2.10}}]
        meshes:
          - {name: red, cluster: cluster-a, members: [red-shop], certificateAuthority: plugged-in}
          - {name: green, cluster: cluster-a, members: [green-shop], certificateAuthority: plugged-in}
        """),
      right: .meshes()))
}

extension Finding {
  static func unnamedService(_ problem: String, at range: SourceRange) -> Finding {
    Finding(
      .unnamedService, problem, at: range,
      help: "name the services, and the namespaces that they are in: no cluster is asked for them")
  }

  static func clashingHost(_ service: DiscoveredService, _ why: String, _ other: SourceRange) -> Finding {
    Finding(
      .clashingHost,
      "`\(service.importer)` cannot call \(service.inWords) `\(service.host)`: \(why)",
      at: service.importRule.name.range,
      notes: [Annotation(other, "the other one")], help: "give it another name there with `as`")
  }

  static func localServiceWins(_ service: DiscoveredService, member: Located<NamespaceName>) -> Finding {
    Finding(
      .localServiceWins, "where `\(service.importer)` has a Service `\(service.host)`, this one is ignored",
      at: service.importRule.name.range, notes: [Annotation(member.range, "the namespace is in the mesh")],
      help: "see that there is none; or leave `asLocal` out, and route to the name that it has then")
  }

  static func localServiceIsMeant(_ service: DiscoveredService, member: Located<NamespaceName>) -> Finding {
    Finding(
      .localServiceWins,
      "where `\(service.exporter)` has another Service `\(service.host)`, its gateway leads peers there",
      at: service.importRule.name.range, notes: [Annotation(member.range, "the namespace is in the exporter's mesh")],
      help: "see that there is none, or give the service another name there with `as`")
  }

  static func sharedCluster(_ mesh: FederatedMesh, with first: FederatedMesh) -> Finding {
    Finding(
      .sharedCluster, "\(mesh.inWords) is in a cluster that has a mesh already", at: mesh.cluster?.range ?? mesh.place,
      notes: [Annotation(first.place, "the other one")], help: "give each mesh a cluster of its own")
  }
}

extension DiscoveredService {
  var inWords: String { "`\(name).\(namespace)` of `\(exporter)`" }
}
