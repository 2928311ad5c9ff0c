import Diagnostics
import Foundation
import Manifests
import MeshCompiler
import MeshNames
import Planning
import Testing
import YAMLWriting

/// Several meshes of the Sail operator: what services are called on both sides, what is derived, and what is refused.
struct MultiMeshTests {
  /// Two meshes, of which everything is said, and these sections in place of theirs.
  private func topology(_ sections: String = "", mode: String = "{mode: multi-primary}") -> String {
    let standard = [
      "apiVersion: meshgen/v1", "kind: Topology", "metadata: {name: meshes}",
      "distribution: {name: sail, version: 1.30.3}", "controlPlane: \(mode)",
      "clusters: [{name: a, gateway: {address: 192.0.2.1}}, {name: b}]",
      "meshes: [{name: red, cluster: a, members: [shop]}, {name: green, cluster: b, members: [store]}]",
      "peers: all",
      """
      exports:
        - from: red
          services:
            - name: ratings
              namespace: shop
              ports: [{name: http, number: 9080, targetPort: 8080, protocol: http}]
              workload: {labels: {app: ratings}, serviceAccount: ratings}
      """,
      "imports: [{into: green, from: red, services: [{name: ratings, namespace: shop}]}]",
    ]
    let own = Set(sections.split(separator: "\n").map { $0.prefix { $0 != ":" } })
    return (standard.filter { !own.contains($0.prefix { $0 != ":" }) } + [sections]).joined(separator: "\n")
  }

  private func compiled(_ text: String) -> Compilation {
    compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
  }

  private func plan(_ text: String) throws -> Plan {
    let compilation = compiled(text)
    return try #require(compilation.plan, "\(compilation.findings.map(\.message))")
  }

  private func resources(_ kind: String, _ text: String) throws -> [Resource] {
    try plan(text).steps.flatMap(\.resources).filter { $0.kind == kind }
  }

  @Test(arguments: [
    ("{name: ratings, namespace: shop}", "{name: ratings, namespace: shop}", "ratings.shop.svc.red-imports.local"),
    (
      "{name: ratings, namespace: shop, as: {namespace: web}}", "{name: ratings, namespace: web}",
      "ratings.web.svc.red-imports.local"
    ),
    (
      "{name: ratings, namespace: shop, as: {name: stars}}", "{name: stars, namespace: shop, asLocal: true}",
      "stars.shop.svc.cluster.local"
    ),
    (
      "{name: \"*\", namespace: shop}", "{name: ratings, namespace: shop, as: {name: far}}",
      "far.shop.svc.red-imports.local"
    ),
    (
      "{name: \"*\", namespace: \"*\"}", "{name: ratings, namespace: shop, domainSuffix: red.example.com}",
      "ratings.shop.red.example.com"
    ),
    (
      "{name: ratings, namespace: shop}", "{name: ratings, namespace: shop, asLocal: true}",
      "ratings.shop.svc.cluster.local"
    ),
  ])
  func `lets peers in to exactly the names that they call services by`(
    exported: String, imported: String, host: String
  ) throws {
    let text = topology(
      "exports: [{from: red, services: [\(exported)]}]\nimports: [{into: green, from: red, services: [\(imported)]}]")
    let open = try #require(try resources("Gateway", text).first { $0.name == "expose-services" })
    guard case .sequence(let servers)? = open.content["spec"]?["servers"] else { throw Missing() }
    #expect(servers.map { $0["hosts"] } == [[.string(host)]])
    let entries = try resources("WorkloadEntry", text)
    #expect(entries.map(\.name) == ["\(host).red"])
    #expect(entries.map { $0.content["spec"]?["network"] } == ["red-network"])
    // What the exporter calls the service itself needs no other name.
    let plan = try plan(text)
    let templates = plan.steps.flatMap(\.files).count
    #expect(templates == (host == "ratings.shop.svc.cluster.local" ? 1 : 2))
    #expect(planProblems(plan).isEmpty)
  }

  @Test func `asks gateways for the service's port, and pods for theirs`() throws {
    let entries = try resources("ServiceEntry", topology())
    let ports = entries.map { $0.content["spec"]?["ports"] }
    #expect(
      ports == [
        [["name": "http", "number": 9080, "protocol": "HTTP", "targetPort": 8080]],
        [["name": "http", "number": 9080, "protocol": "HTTP"]],
      ])
    #expect(
      entries.map { $0.content["spec"]?["subjectAltNames"] } == [nil, ["spiffe://red.local/ns/shop/sa/ratings"]])
    #expect(entries.map { $0.content["spec"]?["exportTo"] } == [["istio-ingress"], ["store"]])
  }

  @Test(arguments: [
    ("1.24.6", "{mode: multi-primary}", "default-v1-24-6", "true"),
    ("1.27.3", "{mode: multi-primary, revision: blue}", "blue-v1-27-3", nil),
    ("1.30.3", "{mode: multi-primary, updateStrategy: InPlace}", "default", nil),
  ])
  func `binds members to the revision, and has names get addresses`(
    version: String, mode: String, revision: String, allocates: String?
  ) throws {
    let text = topology("distribution: {name: sail, version: \(version)}", mode: mode)
    let members = try resources("Namespace", text).filter { $0.name == "store" }
    let isNamed = revision != "default"
    #expect(members.map { $0.labels[isNamed ? "istio.io/rev" : "istio-injection"] } == [isNamed ? revision : "enabled"])
    let values = try resources("Istio", text).map { $0.content["spec"]?["values"]?["pilot"]?["env"] }
    #expect(
      values.map { $0?["PILOT_ENABLE_IP_AUTOALLOCATE"] } == Array(repeating: allocates.map { .string($0) }, count: 2))
  }

  @Test(arguments: [
    ("certificateAuthority: {rotation: {state: 1}}", "a `rotation`"),
    ("certificateAuthority: {delivery: {sops: {reason: habit}}}", "a `delivery`"),
    ("certificateAuthority: {revocation: {mode: crl}}", "`revocation: {mode: crl}`"),
    ("certificateAuthority: {bundle: {name: roots}}", "bundle"),
    ("meshes: [{name: red, cluster: a, ingress: {domain: apps.example.com}}, {name: green, cluster: b}]", "`ingress`"),
    ("controlPlane: {mode: multi-primary, dataPlane: ambient}", "`dataPlane: ambient`"),
    ("controlPlane: {mode: multi-primary, revisionTags: [prod]}", "`revisionTags`"),
    ("clusters: [{name: a, gateway: {kind: deployment}}, {name: b}]", "`kind: deployment`"),
    ("clusters: [{name: a, gateway: {service: {type: NodePort}}}, {name: b}]", "this setting of the gateways"),
    ("clusters: [{name: a, location: x}, {name: b}]", "`location`"),
    ("networks: [{name: one}]", "`networks`"),
    ("namespaces: [{name: web}]", "`namespaces`"),
    ("remoteAccess: {delivery: tokenSecret}", "`remoteAccess`"),
    ("mesh: {trustDomain: shop.local}", "`mesh`"), ("mesh: {mutualTLS: STRICT}", "`mutualTLS`"),
    ("verification: {namespace: try}", "`verification`"),
    ("values: {meshConfig: {enableAutoMtls: false}}", "meshConfig.enableAutoMtls"),
    ("values: {meshConfig: {trustDomain: other.local}}", "meshConfig.trustDomain"),
  ])
  func `refuses by name what it does not plan`(sections: String, name: String) {
    let errors = compiled(topology(sections)).findings.filter { $0.severity == .error }
    #expect(errors.contains { $0.message.contains(name) }, "\(errors.map(\.message))")
  }

  @Test(arguments: [
    ("store", "`green` has a Service `ratings.store"), ("shop", "`red` has another Service `stars.shop"),
  ])
  func `warns of a Service that stands before an imported one, on either side`(namespace: String, message: String) {
    let name = namespace == "shop" ? "stars" : "ratings"
    let services = "{name: ratings, namespace: shop, asLocal: true, as: {name: \(name), namespace: \(namespace)}}"
    let findings = compiled(topology("imports: [{into: green, from: red, services: [\(services)]}]")).findings
    #expect(
      findings.filter { $0.code.name == "MG777" }.map(\.message).contains { $0.contains(message) },
      "\(findings.map(\.message))")
  }

  @Test func `reads roots that nobody knows from where they are made, all of them or none`() throws {
    let known = #""-----BEGIN CERTIFICATE-----\nUmVkJ3Mgcm9vdCBpcyBoZXJlLg==\n-----END CERTIFICATE-----\n""#
    let meshes = { (root: String) in
      "meshes: [{name: red, cluster: a, members: [shop], rootCertificate: \(known)}, {name: green, cluster: b\(root)}]"
    }
    let some = try plan(topology(meshes("")))
    #expect(some.steps.map(\.id.description).filter { $0.hasSuffix("/roots") } == ["a/40-control-plane/roots"])
    let all = try plan(topology(meshes(", rootCertificate: \(known)")))
    #expect(!all.steps.contains { $0.id.description.hasSuffix("/roots") })
    let entries = all.steps.flatMap(\.resources).filter { $0.kind == "Istio" }.map {
      $0.content["spec"]?["values"]?["meshConfig"]?["caCertificates"]
    }
    #expect(entries.count == 2 && entries.allSatisfy { $0 != nil })
  }

  @Test(arguments: [("side-by-side", ["restart", "hand-over"]), ("done", ["old-mesh", "restart"])])
  func `does at a stage of the way here what belongs to it`(stage: String, acts: [String]) throws {
    let plan = try plan(topology("migration: {from: maistra, stage: \(stage)}"))
    let known = ["restart", "hand-over", "old-mesh"]
    let details = plan.steps.filter { $0.cluster?.description == "a" }.compactMap {
      $0.id.description.split(separator: "/").last.map(String.init)
    }
    #expect(details.filter(known.contains) == acts)
    #expect(planProblems(plan).isEmpty)
    let labels = plan.steps.flatMap(\.resources).first { $0.name == "shop" }?.labels["maistra.io/ignore-namespace"]
    #expect(labels == (stage == "side-by-side" ? "true" : nil))
  }

  private struct Missing: Error {}
}
