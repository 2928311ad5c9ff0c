internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

/// What stands in the way from OpenShift Service Mesh 2 to 3.
extension FindingCode {
  static let earlyDiscovery = FindingCode(
    786, "early-discovery", .error,
    Explanation(
      meaning: "An imported service is to be found without federation, and the gateways for that are not there yet.",
      harm: """
        Requests would go to the address of a gateway that nobody has made. Gateways are a stage of their own, so that \
        they have addresses, and let in what they should, before anyone depends on them.
        """,
      sources: [migrationGuide],
      wrong: .sharing(stage: "gateways", discovery: ", discovery: manual"),
      right: .sharing(stage: "services", discovery: ", discovery: manual")))

  static let leftToFederation = FindingCode(
    787, "left-to-federation", .error,
    Explanation(
      meaning: "Meshes are to leave their federation, and an imported service would still be found by it.",
      harm: "With the ImportedServiceSet goes the service's name: its clients get no answer.",
      sources: [migrationGuide],
      wrong: .sharing(stage: "leave", discovery: ""),
      right: .sharing(stage: "leave", discovery: ", discovery: manual")))

  static let tooOldToMigrate = FindingCode(
    788, "too-old-to-migrate", .error,
    Explanation(
      meaning: "The meshes are of a release that has no way to OpenShift Service Mesh 3.",
      harm: """
        Both run side by side for a while, which Red Hat supports from 2.6 on. Istio before 1.20 takes no gateways of \
        Gateway API for those of networks.
        """,
      sources: [migrationGuide],
      wrong: .federation("migration: {to: sail, stage: prepare}", version: "2.5"),
      right: .federation("migration: {to: sail, stage: prepare}")))

  static let gatewayAtNodes = FindingCode(
    789, "gateway-at-nodes", .error,
    Explanation(
      meaning: "Peers come into a mesh by ports of nodes, and the mesh is to go on to OpenShift Service Mesh 3.",
      harm: """
        istiod makes the new gateway's Service, and Kubernetes chooses the port of its nodes: nobody knows it beforehand, \
        and it changes when the Service is made anew.
        """,
      sources: ["istio/istio, manifests/charts/istio-control/istio-discovery/files/kube-gateway.yaml"],
      wrong: .federation(
        """
        migration: {to: sail, stage: prepare}
        meshes:
          - name: red
            cluster: cluster-a
            ingress: {type: NodePort, addresses: [192.0.2.10], gateways: [{for: green, nodePorts: {tls: 30443, discovery: 30188}}]}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
        """),
      right: .federation("migration: {to: sail, stage: prepare}")))

  static let mergedIdentities = FindingCode(
    790, "merged-identities", .warning,
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

  static let patchOfOldKind = FindingCode(
    791, "patch-of-old-kind", .warning,
    Explanation(
      meaning: "A patch changes an object that goes with OpenShift Service Mesh 2.",
      harm: """
        `meshgen migrate` leaves it out of the topologies of OpenShift Service Mesh 3, which have no such object. What the \
        patch did is not done there unless somebody writes it down anew, as `values` most often.
        """,
      sources: ["openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/smcp-fields-migration"],
      wrong: .federation(
        """
        migration: {to: sail, stage: prepare}
        patches: [{target: {kind: ServiceMeshControlPlane, name: red}, merge: {spec: {addons: {grafana: {enabled: false}}}}}]
        """),
      right: .federation("migration: {to: sail, stage: prepare}")))
}

extension Explanation.Example {
  /// A service that one mesh takes of another, of which everything is said.
  fileprivate static func sharing(stage: String, discovery: String) -> Self {
    .federation(
      """
      migration: {to: sail, stage: \(stage)}
      clusters:
        - {name: cluster-a, platform: openshift, gateway: {address: 192.0.2.10}}
        - {name: cluster-b, platform: openshift}
      exports:
        - from: red
          services:
            - name: ratings
              namespace: red-shop
              ports: [{name: http, number: 9080, protocol: http}]
              workload: {labels: {app: ratings}, serviceAccount: ratings}
      imports: [{into: green, from: red, services: [{name: ratings, namespace: red-shop\(discovery)}]}]
      """)
  }
}

private let migrationGuide = "openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation/README.md"

extension Finding {
  static func earlyDiscovery(
    _ discovery: Located<ServiceImport.Discovery>, _ stage: Located<Migration.Stage>?
  ) -> Finding {
    Finding(
      .earlyDiscovery, "services are found without federation from the stage `services` on", at: discovery.range,
      notes: stage.map { [Annotation($0.range, "the stage")] } ?? [],
      help: "remove it until then; `meshgen migrate` writes a topology for each stage")
  }

  static func leftToFederation(_ rule: ServiceImport.Rule, _ stage: Located<Migration.Stage>) -> Finding {
    Finding(
      .leftToFederation, "`\(rule.name.value).\(rule.namespace.value)` is still found by federation",
      at: rule.discovery?.range ?? rule.name.range, notes: [Annotation(stage.range, "nothing is federated here")],
      help: "go back to the stage `services`, and say `discovery: manual` of it there first")
  }

  static func tooOldToMigrate(_ version: Located<PlainText>) -> Finding {
    Finding(
      .tooOldToMigrate, "there is no way from `\(version.value)` to OpenShift Service Mesh 3", at: version.range,
      help: "update the meshes to 2.6 first, a minor release at a time")
  }

  static func gatewayAtNodes(_ type: Located<GatewayService.ServiceType>) -> Finding {
    Finding(
      .gatewayAtNodes, "the new gateway cannot have ports of nodes that are known beforehand", at: type.range,
      help: "give the mesh a load balancer, and have peers come in by it while they still federate")
  }

  static func mergedIdentities(
    _ member: Located<NamespaceName>, of mesh: FederatedMesh, _ first: Located<NamespaceName>, of peer: FederatedMesh
  ) -> Finding {
    Finding(
      .mergedIdentities,
      "policies will not tell accounts of `\(member.value)` in \(mesh.inWords) from those in \(peer.inWords)",
      at: member.range, notes: [Annotation(first.range, "the other namespace")],
      help: "give workloads that policies name accounts of different names")
  }

  static func patchOfOldKind(_ patch: Patch) -> Finding {
    Finding(
      .patchOfOldKind, "there is no `\(patch.kind.value)` in OpenShift Service Mesh 3", at: patch.kind.range,
      help: "write what it is for as `values` of the last topology, if it is still needed then")
  }
}
