import Certificates
import Diagnostics
import Foundation
import MeshCompiler
import MeshNames
import Planning
import Testing

/// Meshes that federate, each with a root of its own.
struct FederationCertificatesTests {
  /// Three meshes in two clusters, of which each may say something of its authority.
  private func compiled(_ red: String, _ green: String, _ blue: String, _ section: String = "") -> Compilation {
    let text = """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: federation}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: c1}, {name: c2}]
      meshes:
        - {name: red, cluster: c1, members: [red-shop], ingress: {domain: one.example.com}\(red)}
        - {name: green, cluster: c1, members: [green-shop], ingress: {domain: one.example.com}\(green)}
        - {name: blue, cluster: c2, members: [blue-shop], ingress: {domain: two.example.com}\(blue)}
      peers: all
      \(section)
      """
    return compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
  }

  @Test func `plans a root for each mesh, which its peers trust and no one else`() throws {
    let compilation = compiled("", "", "", "certificateAuthority: {tools: [certtool]}")
    let plans = try #require(compilation.plan, "\(compilation.findings.map(\.message))").certificates
    #expect(plans.map(\.mesh.description) == ["red", "green", "blue"])
    #expect(plans.map(\.trustDomain.description) == ["red.local", "green.local", "blue.local"])
    #expect(
      plans.map { $0.authorities.map(\.id) } == [
        ["root", "cluster-c1"], ["root", "cluster-c1"], ["root", "cluster-c2"],
      ])
    #expect(Set(plans.flatMap { $0.authorities.map { "\($0.subject)" } }).count == 6)
    #expect(plans[0].deliveries.map(\.namespace.description) == ["red-system"])
    #expect(
      plans[0].peers.map { "\($0.cluster) \($0.place)" } == [
        "c1 \(CertificatePlan.Peer.Place.configMap("red-ca-root-cert", in: try NamespaceName(parsing: "green-system")))",
        "c2 \(CertificatePlan.Peer.Place.configMap("red-ca-root-cert", in: try NamespaceName(parsing: "blue-system")))",
      ])
    #expect(plans[0].authorities[1].dnsNames == ["istiod.red-system.svc"])
  }

  @Test func `carries each ceremony out before the control planes that sign with it`() throws {
    let compilation = compiled(", certificateAuthority: {lifetime: 90d10h}", "", "")
    #expect(compilation.findings.contains { $0.code.slug == "invalid-value" })
    let plan = try #require(compiled(", certificateAuthority: {lifetime: 200d}", "", "").plan)
    #expect(plan.certificates.map(\.mesh.description) == ["red"])
    #expect(plan.certificates[0].authorities[1].lifetime.days == 200)
    let ceremony = try #require(plan.steps.first { $0.id.description == "*/20-trust/red" })
    #expect(ceremony.binds == ["RED_ROOT_CERTIFICATE"])
    let trust = try #require(plan.steps.first { $0.id.description == "c1/20-trust" })
    #expect(trust.after.contains(ceremony.id))
    #expect(plan.steps.first { $0.id.description == "c1/40-control-plane" }?.after.contains(trust.id) == true)
    #expect(!plan.steps.contains { $0.id.description == "c2/20-trust" })
  }

  @Test func `plans nothing where every mesh signs for itself or is given its authority`() throws {
    let compilation = compiled(", certificateAuthority: self-signed", ", certificateAuthority: plugged-in", "")
    let plan = try #require(compilation.plan, "\(compilation.findings.map(\.message))")
    #expect(plan.certificates.isEmpty)
    #expect(
      plan.bindings.filter { $0.name.hasSuffix("ROOT_CERTIFICATE") }.map(\.step.description) == [
        "c1/40-control-plane", "c1/40-control-plane", "c2/40-control-plane",
      ])
  }

  @Test(arguments: [
    (", certificateAuthority: {lifetime: 30y}", "certificateAuthority: {root: {lifetime: 20y}}", "outlives-issuer"),
    (", certificateAuthority: {issuer: nobody}", "certificateAuthority: {root: {lifetime: 20y}}", "unknown-issuer"),
    (
      ", certificateAuthority: {pathLength: 0}", "certificateAuthority: {tiers: [{name: eu}], root: {pathLength: 0}}",
      "path-length-too-small"
    ),
    ("", "certificateAuthority: {rotation: {state: 1}}", "rotation-too-old"),
    ("", "certificateAuthority: {delivery: {sops: {reason: habit}}}", "not-supported-yet"),
    (", certificateAuthority: planned", "certificateAuthority: {tools: [certtool]}", "unknown-word"),
    (
      "", "certificateAuthority: {root: {nameConstraints: {permitted: {dns: [red.example.com]}}}}", "name-not-permitted"
    ),
  ])
  func `looks at each mesh's authorities`(red: String, section: String, slug: String) {
    #expect(compiled(red, "", "", section).findings.map(\.code.slug).contains(slug))
  }

  @Test func `says once what is wrong with what all meshes have in common`() {
    let findings = compiled("", "", "", "certificateAuthority: {root: {lifetime: 1y}, intermediates: {lifetime: 2y}}")
      .findings
    #expect(findings.map(\.code.slug) == ["outlives-issuer"])
  }

  @Test func `keeps what was issued on the way to the next distribution`() throws {
    let text = """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: federation}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: c1}, {name: c2, location: madrid}]
      meshes:
        - {name: red, cluster: c1, members: [red-shop], ingress: {domain: one.example.com}}
        - {name: green, cluster: c2, members: [green-shop], ingress: {domain: two.example.com}}
      peers: all
      certificateAuthority: {tiers: [{name: eu}], tools: [certtool]}
      """
    let migration = migrate(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
    let after = try #require(migration.outcome, "\(migration.findings.map(\.message))")
    let before = try #require(compile(migration.source).plan).certificates
    let plans = try #require(compile(after).plan).certificates
    #expect(plans.map(\.folder) == before.map(\.folder))
    #expect(
      plans.map { "\($0.authorities) \($0.deliveries) \($0.ceremony)" }
        == before.map { "\($0.authorities) \($0.deliveries) \($0.ceremony)" })
  }
}
