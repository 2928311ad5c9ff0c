import Diagnostics
import FileTrees
import Foundation
import Manifests
import MeshCompiler
import MeshNames
import Planning
import Testing
import YAMLWriting

/// Meshes that federate: how many there is of everything, what is derived, and what is found to be wrong.
struct FederationTests {
  /// As many meshes as asked for, each in a cluster of its own, and these sections.
  private func topology(
    _ count: Int, peers: String = "all", ingress: String = "{domain: apps.example.com}", _ sections: String = ""
  ) -> String {
    let numbers = 1...count
    return """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: federation}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [\(numbers.map { "{name: c\($0)}" }.joined(separator: ", "))]
      meshes: [\(numbers.map { "{name: m\($0), cluster: c\($0), members: [shop], ingress: \(ingress)}" }.joined(separator: ", "))]
      peers: \(peers)
      \(sections)
      """
  }

  private func compiled(_ text: String) -> Compilation {
    compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
  }

  private func resources(_ text: String) throws -> [Resource] {
    let compilation = compiled(text)
    return try #require(compilation.plan, "\(compilation.findings.map(\.message))").steps.flatMap(\.resources)
  }

  @Test(arguments: [(2, "all", 2), (3, "all", 6), (5, "all", 20), (4, "[[m1, m2], [m1, m3]]", 4), (12, "all", 132)])
  func `has one of everything for each side of each pair`(count: Int, peers: String, sides: Int) throws {
    let resources = try resources(topology(count, peers: peers))
    let planes = resources.filter { $0.kind == "ServiceMeshControlPlane" }
    #expect(planes.count == count)
    #expect(resources.count { $0.kind == "ServiceMeshMemberRoll" } == count)
    #expect(resources.count { $0.kind == "ServiceMeshPeer" } == sides)
    #expect(resources.count { $0.kind == "ConfigMap" } == sides)
    for gateways in ["additionalIngress", "additionalEgress"] {
      let made = planes.map { plane -> Int in
        guard case .mapping(let entries)? = plane.content["spec"]?["gateways"]?[gateways] else { return 0 }
        return entries.count { $0.value["enabled"] == true }
      }
      #expect(made.reduce(0, +) == sides)
    }
  }

  @Test(arguments: [2, 3, 5])
  func `exports to every peer and imports from every peer`(count: Int) throws {
    let meshes = (1...count).map { "m\($0)" }
    let exports = meshes.map { "  - {from: \($0), services: [{name: ratings, namespace: shop}]}" }
    let imports = meshes.flatMap { mesh in
      meshes.filter { $0 != mesh }.map {
        "  - {into: \(mesh), from: \($0), services: [{name: ratings, namespace: shop}]}"
      }
    }
    let sections = "exports:\n\(exports.joined(separator: "\n"))\nimports:\n\(imports.joined(separator: "\n"))"
    let resources = try resources(topology(count, sections))
    for kind in ["ExportedServiceSet", "ImportedServiceSet"] {
      let sets = resources.filter { $0.kind == kind }
      #expect(sets.count == count * (count - 1))
      let peers = resources.filter { $0.kind == "ServiceMeshPeer" }.map {
        "\($0.namespace?.description ?? "") \($0.name)"
      }
      #expect(Set(sets.map { "\($0.namespace?.description ?? "") \($0.name)" }) == Set(peers))
    }
  }

  @Test func `takes who a peer comes as, and where it is, from the peer`() throws {
    let resources = try resources(topology(3))
    for resource in resources where resource.kind == "ServiceMeshPeer" {
      let own = try #require(resource.namespace).description.dropLast("-system".count)
      let peer = resource.name
      let spec = try #require(resource.content["spec"])
      #expect(spec["security"]?["clientID"] == "\(peer).local/ns/\(peer)-system/sa/egress-\(own)-service-account")
      #expect(spec["security"]?["certificateChain"]?["name"] == "\(peer)-ca-root-cert")
      #expect(spec["remote"]?["addresses"] == ["ingress-\(own).\(peer)-system.apps.example.com"])
      #expect(spec["gateways"]?["ingress"]?["name"] == "ingress-\(peer)")
      #expect(resources.contains { $0.kind == "ConfigMap" && $0.name == "\(peer)-ca-root-cert" })
    }
  }

  @Test func `waits for both sides before anything is shared`() throws {
    let shared = """
      exports: [{from: m1, services: [{name: ratings, namespace: shop}]}]
      imports: [{into: m2, from: m1, services: [{name: ratings, namespace: shop}]}]
      """
    let plan = try #require(compiled(topology(2, shared)).plan)
    let ids = plan.steps.map(\.id.description)
    let order = [
      "c1/40-control-plane", "c1/45-members", "c1/50-gateways", "c1/55-peers", "c2/55-peers", "c1/55-peers/connected",
      "c1/60-exposure", "c2/70-discovery",
    ]
    let places = try order.map { try #require(ids.firstIndex(of: $0), "\($0) of \(ids)") }
    #expect(places == places.sorted())
    let connected = try #require(plan.steps.first { $0.id.description == "c1/55-peers/connected" })
    #expect(Set(connected.after.map(\.description)) == ["c1/55-peers", "c2/55-peers"])
    #expect(connected.gates.count == 2)
  }

  @Test func `fills a root certificate in as lines`() throws {
    let certificate = "-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----\n"
    let compilation = compile(
      SourceText(name: "t", bytes: Array(topology(2).utf8)), binding: ["M2_ROOT_CERTIFICATE": certificate])
    let path = "clusters/c1/55-peers/configmap-m2-ca-root-cert.yaml"
    let file = try #require(compilation.files?.files.first { $0.path.text == path })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(
      text.hasSuffix(
        "  root-cert.pem: |\n    -----BEGIN CERTIFICATE-----\n    TUlJQg==\n    -----END CERTIFICATE-----\n"))
    #expect(!compilation.findings.contains { $0.message.contains("M2_ROOT_CERTIFICATE") })
  }

  @Test func `reads addresses that it does not know, one for each gateway`() throws {
    let plan = try #require(compiled(topology(3, ingress: "{type: LoadBalancer}")).plan)
    #expect(plan.bindings.count { $0.name.hasSuffix("_ADDRESS") } == 6)
    #expect(plan.bindings.count { $0.name.hasSuffix("_ROOT_CERTIFICATE") } == 3)
    #expect(planProblems(plan).isEmpty)
  }

  /// The published samples have `Selector`, an `importAsLocal` inside of the selector, and a bare `*`.
  @Test(arguments: [
    ("exports: [{from: m1, services: [{namespace: shop, Selector: {matchLabels: {a: b}}}]}]", "unknown-key"),
    ("imports: [{into: m1, from: m2, services: [{name: {importAsLocal: true}, namespace: shop}]}]", "wrong-kind"),
    (
      "imports: [{into: m1, from: m2, services: [{name: ratings, namespace: shop, importAsLocal: true}]}]",
      "unknown-key"
    ),
    ("exports: [{from: m1, services: [{name: *, namespace: shop}]}]", "not-yaml"),
    (
      "exports: [{from: m1, services: [{name: ratings, namespace: shop, as: {}}, {namespace: shop}]}]",
      "export-selector"
    ),
  ])
  func `refuses the mistakes of published samples`(sections: String, slug: String) {
    let slugs = compiled(topology(2, sections)).findings.map(\.code.slug)
    #expect(slugs.contains(slug), "\(slugs)")
  }

  @Test(arguments: [
    ("networks: [{name: n}]", "key-of-one-mesh"), ("namespaces: [{name: shop}]", "key-of-one-mesh"),
    ("remoteAccess: {delivery: manual}", "key-of-one-mesh"), ("values: {pilot: {}}", "not-supported-yet"),
    ("routes: [{service: a, namespace: b, clusters: [c1], rules: []}]", "key-not-of-mode"),
    ("exports: [{from: m7, services: [{name: ratings, namespace: shop}]}]", "unknown-mesh"),
    ("exports: [{from: m1, to: [m1], services: [{name: ratings, namespace: shop}]}]", "no-peer"),
    ("exports: [{from: m1, services: [{name: '*', namespace: shop, as: {name: one}}]}]", "alias-collision"),
    ("imports: [{into: m1, from: m2, services: [{name: ratings, namespace: shop}]}]", "unexported-import"),
    (
      "imports: [{into: m1, from: m2, domainSuffix: x.svc.cluster.local, services: [{name: a, namespace: b}]}]",
      "domain-suffix"
    ),
  ])
  func `finds what is wrong with sections`(sections: String, slug: String) {
    let slugs = compiled(topology(2, sections)).findings.map(\.code.slug)
    #expect(slugs.contains(slug), "\(slugs)")
  }

  @Test(arguments: [
    ("{type: NodePort, addresses: [192.0.2.1]}", "federation-node-ports"),
    ("{type: NodePort, gateways: [{for: m2, nodePorts: {tls: 30443, discovery: 30443}}]}", "federation-node-ports"),
    ("{type: ClusterIP}", "unreachable-ingress"), ("{domain: svc.cluster.local}", "unreachable-ingress"),
    ("{gateways: [{for: m2, addresses: [localhost]}]}", "unreachable-ingress"),
    ("{domain: a.example.com, addresses: [192.0.2.1]}", "misplaced-ingress"),
    ("{gateways: [{for: m2, nodePorts: {tls: 30443, discovery: 30188}}]}", "misplaced-ingress"),
    ("{gateways: [{for: m1, addresses: [192.0.2.1]}]}", "misplaced-ingress"),
    ("{gateways: [{for: m3, addresses: [192.0.2.1]}]}", "unknown-mesh"),
    ("{gateways: [{for: m2, addresses: ['2001:db8::1']}]}", "ipv6-federation"),
    ("{annotations: {service.beta.kubernetes.io/aws-load-balancer-internal: 'true'}}", "terminating-balancer"),
    ("{type: NodePort, gateways: [{for: m2, nodePorts: {tls: 443, discovery: 30188}}]}", "invalid-value"),
  ])
  func `finds what is wrong with gateways`(ingress: String, slug: String) {
    let slugs = compiled(topology(2, ingress: ingress)).findings.map(\.code.slug)
    #expect(slugs.contains(slug), "\(slugs)")
  }

  @Test func `says that nothing comes of an ingress that no other cluster uses`() {
    let text = topology(2).replacing("cluster: c2", with: "cluster: c1").replacing(
      "[{name: c1}, {name: c2}]", with: "[{name: c1}]"
    )
    .replacing("members: [shop], ", with: "")
    #expect(compiled(text).findings.map(\.code.slug) == ["misplaced-ingress", "misplaced-ingress"])
  }

  @Test(arguments: ["2.0", "3.0", "2", "v2.6", "2.06", "2.6.1.1"])
  func `refuses releases that do not federate`(version: String) {
    let text = topology(2).replacing("version: 2.6", with: "version: \"\(version)\"")
    #expect(compiled(text).findings.map(\.code.slug).contains("unsupported-maistra"))
  }

  @Test func `plans a release that is not known like the last one`() throws {
    let compilation = compiled(topology(2).replacing("version: 2.6", with: "version: 2.7"))
    #expect(compilation.findings.map(\.code.slug).contains("unknown-release"))
    #expect(!compilation.findings.contains { $0.severity == .error })
    let kinds = try #require(compilation.plan).steps.flatMap(\.resources)
    #expect(kinds.contains { $0.kind == "ServiceMeshControlPlane" && $0.content["spec"]?["version"] == "v2.7" })
  }

  @Test(arguments: [("argoCD", "argo-cd"), ("flux", "flux")])
  func `is carried out by a controller as far as that goes`(controller: String, folder: String) throws {
    let gitOps = "gitops: {\(controller): {repository: 'https://git.example.com/mesh.git'}}"
    let compilation = compiled(topology(3, gitOps))
    let files = try #require(compilation.files, "\(compilation.findings.map(\.message))")
    #expect(files.files.contains { $0.path.text.hasPrefix("gitops/\(folder)") })
  }
}
