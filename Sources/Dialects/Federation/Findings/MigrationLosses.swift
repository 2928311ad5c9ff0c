internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// What cannot be kept on the way from OpenShift Service Mesh 2 to 3.
extension FindingCode {
  static let seenByAllPeers = FindingCode(
    791, "seen-by-all-peers", .warning,
    Explanation(
      meaning: "A service is exported to some peers, and the new gateway has it for all of them.",
      harm: """
        Federation has a list for each peer. A gateway that passes TLS through asks for the service's name and not for \
        the client: every mesh whose certificates are trusted, and that can reach the gateway, can call the service.
        """,
      sources: [migrationGuide],
      wrong: hub(to: "[green]"),
      right: hub(to: "[green, blue]")))

  static let mergedIdentities = FindingCode(
    792, "merged-identities", .warning,
    Explanation(
      meaning: "Two peers have a namespace of the same name.",
      harm: """
        A mesh that takes a peer's trust domain for its own takes `PEER/ns/shop/sa/default` for its own account of that \
        name: an AuthorizationPolicy for the one lets in the other.
        """,
      sources: [migrationGuide, "istio/istio, pkg/spiffe, trustDomainAliases"],
      wrong: .federation(
        """
        migration: {to: sail, stage: prepare}
        meshes:
          - {name: red, cluster: cluster-a, members: [shop], ingress: {domain: apps.a.example.com}}
          - {name: green, cluster: cluster-b, members: [shop], ingress: {domain: apps.b.example.com}}
        """),
      right: .federation("migration: {to: sail, stage: prepare}")))

  static let besideOwnEndpoints = FindingCode(
    794, "beside-own-endpoints", .warning,
    Explanation(
      meaning: "A service is imported under a name that a Service of the mesh's own may have.",
      harm: """
        Federation adds the peer's endpoints to those of the Service. A ServiceEntry beside a Service of the same name is \
        another service to Istio, and clients see one of the two: requests do not fail over, or all go to the peer.
        """,
      sources: [migrationGuide, "istio/istio, pilot/pkg/model/push_context.go"],
      wrong: asLocal(in: "[shop]"),
      right: asLocal(in: "[green-shop]")))

  private static func hub(to peers: String) -> Explanation.Example {
    .federation(
      """
      migration: {to: sail, stage: gateways}
      clusters:
        - {name: cluster-a, platform: openshift, gateway: {address: 203.0.113.10}}
        - {name: cluster-b, platform: openshift}
        - {name: cluster-c, platform: openshift}
      meshes:
        - {name: red, cluster: cluster-a, members: [red-shop], ingress: {domain: apps.a.example.com}}
        - {name: green, cluster: cluster-b, members: [green-shop], ingress: {domain: apps.b.example.com}}
        - {name: blue, cluster: cluster-c, members: [blue-shop], ingress: {domain: apps.c.example.com}}
      exports: [{from: red, to: \(peers), services: [\(statedRatings)]}]
      imports: [{into: green, from: red, services: [{name: ratings, namespace: shop}]}]
      """)
  }

  private static func asLocal(in members: String) -> Explanation.Example {
    .federation(
      """
      migration: {to: sail, stage: gateways}
      clusters:
        - {name: cluster-a, platform: openshift, gateway: {address: 203.0.113.10}}
        - {name: cluster-b, platform: openshift}
      meshes:
        - {name: red, cluster: cluster-a, members: [red-shop], ingress: {domain: apps.a.example.com}}
        - {name: green, cluster: cluster-b, members: \(members), ingress: {domain: apps.b.example.com}}
      exports: [{from: red, services: [\(statedRatings)]}]
      imports: [{into: green, from: red, services: [{name: ratings, namespace: shop, asLocal: true}]}]
      """)
  }

  /// A service of which everything is said.
  private static let statedRatings = """
    {name: ratings, namespace: red-shop, as: {namespace: shop}, ports: [{name: http, number: 9080, protocol: http}], \
    workload: {labels: {app: ratings}, serviceAccount: ratings}}
    """
}

private let migrationGuide = "openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation/README.md"

extension Finding {
  static func seenByAllPeers(_ export: ServiceExport, _ others: [MeshName]) -> Finding {
    let names = listed(others.map { "`\($0)`" })
    return Finding(
      .seenByAllPeers, "\(names) will be able to call what `\(export.from.value)` exports to others",
      at: export.to.first?.range ?? export.from.range,
      help: "let an AuthorizationPolicy of the exporter name the clients, whose own identities it will see")
  }

  static func mergedIdentities(
    _ member: Located<NamespaceName>, of mesh: FederatedMesh, _ first: Located<NamespaceName>, of peer: FederatedMesh
  ) -> Finding {
    Finding(
      .mergedIdentities, "policies will not tell accounts of `\(member.value)` in \(mesh.inWords) from those in \(peer.inWords)",
      at: member.range, notes: [Annotation(first.range, "the other namespace")],
      help: "give workloads that policies name accounts of different names")
  }

  static func besideOwnEndpoints(
    _ rule: ServiceImport.Rule, of mesh: FederatedMesh, _ member: Located<NamespaceName>
  ) -> Finding {
    let name = rule.localName.map { "`\($0).\(member.value)`" } ?? "the service"
    return Finding(
      .besideOwnEndpoints, "if \(mesh.inWords) has a Service \(name), it and the peer's will not be one any more",
      at: rule.isLocal?.range ?? rule.name.range, notes: [Annotation(member.range, "the mesh's own namespace")],
      help: "import it under a name of its own, and let a VirtualService share requests between the two")
  }
}
