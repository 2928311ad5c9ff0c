internal import CertificateTools
internal import Certificates
import Diagnostics
import FileTrees
import Foundation
import Manifests
import MeshCompiler
internal import MeshModel
import Planning
import Testing
import YAMLWriting

/// How certificates stop being good before their time.
struct RevocationTests {
  private func compiled(_ revocation: String, _ more: String = "") -> Compilation {
    let topology = "certificateAuthority: {tiers: [{name: issuing}], revocation: \(revocation)\(more)}"
    return compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: topology)))
  }

  private func plan(_ revocation: String, _ more: String = "") throws -> CertificatePlan {
    let compilation = compiled(revocation, more)
    return try #require(compilation.plan?.certificates.first, "\(compilation.findings.map(\.message))")
  }

  // Envoy asks for a CRL of every authority of a peer's chain as soon as it has one of them.
  @Test func `gives every cluster the CRLs of all authorities, its own chain's first`() throws {
    let plan = try plan("{mode: crl}")
    #expect(
      plan.deliveries.map { $0.revocationLists.map(\.id) } == [
        ["cluster-cluster1", "issuing", "root", "cluster-cluster2"],
        ["cluster-cluster2", "issuing", "root", "cluster-cluster1"],
      ])
  }

  @Test func `has every act come after what it needs`() throws {
    var made: Set<String> = []
    for step in try plan("{mode: crl}").ceremony {
      #expect(step.needs.allSatisfy { made.contains($0) }, "\(step.id)")
      made.formUnion(step.makes)
    }
    #expect(made.isSuperset(of: ["root/crl.pem", "issuing/crl.pem", "cluster1/crl.pem", "cluster2/crl.pem"]))
  }

  @Test(arguments: [
    ("{mode: crl, nextUpdate: {root: 90d, tiers: 20d, intermediates: 3d}}", [90, 20, 3, 3]),
    ("{mode: crl}", [180, 30, 7, 7]),
  ])
  func `says how long CRLs are good`(revocation: String, days: [Int]) throws {
    let plan = try plan(revocation, ", tools: [certtool]")
    let updates = plan.authorities.compactMap { if case .crl(let days) = $0.revocation { days } else { nil } }
    #expect(updates == days)
    let files = try #require(compiled(revocation, ", tools: [certtool]").files).files
    let template = try #require(files.first { $0.path.text == "certificates/certtool/root.crl.tmpl" })
    #expect(String(decoding: template.bytes, as: UTF8.self).contains("crl_next_update = \(days[0])\n"))
  }

  @Test(arguments: [("{mode: rotate-root}", "rotate-root"), ("{mode: none, reason: days are few}", "days are few")])
  func `can do without CRLs`(revocation: String, word: String) throws {
    let plan = try plan(revocation)
    #expect(plan.deliveries.allSatisfy { $0.revocationLists.isEmpty })
    #expect(!plan.ceremony.contains { $0.operation == .publishList })
    #expect(plan.document.json.contains("\"\(word)\""))
  }

  @Test(arguments: [
    "manual", "{externalSecrets: {store: {kind: SecretStore, name: vault}}}", "{sealedSecrets: {reason: r}}",
  ])
  func `brings the CRLs to istiod in every way that has room for them`(delivery: String) throws {
    let plan = try #require(compiled("{mode: crl}", ", delivery: \(delivery)").plan)
    let step = try #require(plan.steps.first { $0.id.description == "cluster1/20-trust" })
    switch step.action {
    case .run(let commands): #expect(commands[0].words.last?.contains("--from-file=ca-crl.pem=") == true)
    case .apply: #expect(step.resources.contains { "\($0.content.json)".contains("ca-crl.pem") })
    default: Issue.record("nothing is done")
    }
  }

  // A Secret that is there is left as it is elsewhere; CRLs come again and again.
  @Test func `replaces the Secret when CRLs are renewed`() throws {
    let plan = try #require(compiled("{mode: crl}").plan)
    let step = try #require(plan.steps.first { $0.id.description == "cluster1/20-trust" })
    guard case .run(let commands) = step.action, let script = commands[0].words.last else { return }
    #expect(script.contains("apply --server-side"))
  }

  @Test(arguments: [
    ("certtool", []), ("cfssl", ["revocation.number"]), ("step", ["revocation.mode"]),
    ("vault", ["custody.keyStorage", "revocation.mode"]), ("cert-manager", ["revocation.mode"]),
  ])
  func `declares which CRLs a tool does not sign`(tool: String, properties: [String]) throws {
    let known = try #require(CertificateTool(rawValue: tool))
    let report = deviations(of: try plan("{mode: crl}"), carriedOutBy: known)
    let found = Set(report.deviations.map(\.property.rawValue)).subtracting(["basicConstraints.pathLength"])
    #expect(found.subtracting(tool == "cert-manager" ? ["custody.keyStorage"] : []).sorted() == properties)
    #expect(report.deviations.allSatisfy { !$0.reason.isEmpty })
  }

  @Test(.enabled(if: Ceremony.isInstalled("certtool"), "certtool is not installed"))
  func `signs a CRL anew, with what was revoked, and makes no key anew`() throws {
    let topology = "certificateAuthority: {revocation: {mode: crl}, tools: [certtool]}"
    let ceremony = try Ceremony(Example.topology(with: topology), with: "certtool")
    defer { ceremony.remove() }
    #expect(try ceremony.run("all").status == 0)
    let (key, list) = (try ceremony.issued("root/root-key.pem"), try ceremony.issued("root/crl.pem"))
    try ceremony.copy("cluster1/ca-cert.pem", to: "root/revoked.pem")
    #expect(try ceremony.run("root-crl", "cluster2-deliver").status == 0)
    #expect(try ceremony.issued("root/root-key.pem") == key)
    #expect(try ceremony.issued("root/crl.pem") != list)
    let bundle = String(decoding: try ceremony.issued("cluster2/ca-crl.pem"), as: UTF8.self)
    #expect(bundle.contains(String(decoding: try ceremony.issued("root/crl.pem"), as: UTF8.self)))
  }

  @Test(arguments: [
    ("{mode: crl}", "controlPlane: {mode: multi-primary, dataPlane: ambient}", "not-supported-yet"),
    ("{mode: crl}", "values: {pilot: {env: {PILOT_ENABLE_CA_CRL: \"false\"}}}", "crl-not-read"),
    ("{mode: none}", "", "missing-key"), ("{nextUpdate: {root: 90d}}", "", "missing-key"),
    ("{mode: rotate-root, nextUpdate: {root: 90d}}", "", "unknown-key"),
  ])
  func `refuses CRLs that nobody would read, and settings of none`(revocation: String, more: String, slug: String) {
    let findings = Example.findings(with: "certificateAuthority: {revocation: \(revocation)}\n\(more)")
    #expect(findings.filter { $0.severity == .error }.map(\.code.slug) == [slug])
  }
}
