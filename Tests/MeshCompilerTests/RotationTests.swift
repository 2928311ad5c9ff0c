internal import Certificates
import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
internal import MeshModel
import Planning
import Testing

/// The way from one root to the next.
struct RotationTests {
  private func compiled(_ first: Int, _ second: Int, _ more: String = "") -> Compilation {
    compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: Self.topology(first, second, more))))
  }

  private static func topology(_ first: Int, _ second: Int, _ more: String = "") -> String {
    """
    clusters:
      - {name: cluster1, network: network1, apiServer: "https://a.example.com", certificateAuthority: {rotation: {state: \(first)}}}
      - {name: cluster2, network: network2, apiServer: "https://b.example.com", certificateAuthority: {rotation: {state: \(second)}}}
    certificateAuthority: {tiers: [{name: issuing}], tools: [certtool, cfssl, step, vault]\(more)}
    """
  }

  /// Every two states that two clusters can be in; true where they accept each other's certificates.
  private static let pairs = (0..<4).flatMap { first in (0..<4).map { second in (first, second) } }

  @Test(arguments: pairs) func `lets clusters be one state apart and not two`(first: Int, second: Int) {
    let compilation = compiled(first, second)
    #expect((compilation.plan != nil) == (abs(first - second) < 2))
    #expect(compilation.findings.contains { $0.code.slug == "states-apart" } == (abs(first - second) > 1))
  }

  @Test(arguments: pairs.filter { abs($0 - $1) < 2 })
  func `has every cluster trust the root that signs in the other`(first: Int, second: Int) throws {
    let plan = try #require(compiled(first, second).plan)
    #expect(planProblems(plan) == [])
    let deliveries = try #require(plan.certificates.first).deliveries
    for one in deliveries {
      for other in deliveries {
        let root = try #require(other.chain.last).id
        #expect(one.anchors.contains { $0.id == root }, "\(one.cluster) refuses \(other.cluster)")
      }
    }
  }

  @Test func `changes what signs and what is trusted, one of them in each state`() throws {
    let states = try (0..<4).map { state in try #require(compiled(state, state).plan?.certificates.first) }
    #expect(
      states.map { $0.deliveries[0].chain.map(\.id) } == [
        ["cluster-cluster1", "issuing", "root"], ["cluster-cluster1", "issuing", "root"],
        ["cluster-cluster1-g2", "issuing-g2", "root-g2"], ["cluster-cluster1-g2", "issuing-g2", "root-g2"],
      ])
    #expect(
      states.map { $0.deliveries[0].anchors.map(\.id) } == [
        ["root"], ["root", "root-g2"], ["root", "root-g2"], ["root-g2"],
      ])
    #expect(states.map { $0.authorities.count } == [4, 5, 5, 4])
    let names = states[1].authorities.filter { $0.issuer == nil }.compactMap { $0.subject.last?.value }
    #expect(names == ["example Root CA", "example Root CA G2"])
  }

  @Test func `goes on with the new root as if it had been there always`() throws {
    let done = try #require(compiled(3, 3).plan?.certificates.first)
    let topology = "certificateAuthority: {root: {generation: 2}, tiers: [{name: issuing}]}"
    let source = SourceText(name: "topology.yaml", bytes: Example.topology(with: topology))
    let after = try #require(compile(source).plan?.certificates.first)
    #expect(after.authorities.map(\.id) == done.authorities.map(\.id))
    #expect(after.ceremony.map(\.id) == done.ceremony.map(\.id))
  }

  @Test func `prepares istiod and the proxies for further roots, and nothing else in its place`() throws {
    let files = try #require(compiled(0, 0).files).files
    let file = try #require(files.first { $0.path.text == "clusters/cluster1/40-control-plane/istio-default.yaml" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("ISTIO_MULTIROOT_MESH: \"true\"") && text.contains("PROXY_CONFIG_XDS_AGENT: \"true\""))
    let sections = Self.topology(0, 0) + "\nvalues: {pilot: {env: {ISTIO_MULTIROOT_MESH: \"false\"}}}"
    #expect(Example.findings(with: sections).contains { $0.code.slug == "contradicted-value" })
  }

  @Test func `waits for all clusters before the first is a state ahead`() throws {
    let gates = try (0..<4).map { state in
      try #require(compiled(state, min(3, state + 1)).plan?.steps.first { $0.id.description == "*/20-trust" }).gates
    }
    #expect(gates.map(\.count) == [0, 2, 2, 2])
    #expect(gates[1].allSatisfy { $0.description.hasSuffix("trusts both roots") })
    #expect(gates[2].allSatisfy { $0.description.hasSuffix("for a day") })
    for gate in gates.joined() { #expect(try shell(["-n", "-c", gate.command.words.last ?? ""]) == 0) }
  }

  /// A kubectl that answers with what a cluster holds.
  @Test(arguments: [
    ("AAA", 2, "2020-01-01T00:00:00Z", true), ("AAA", 2, "2999-01-01T00:00:00Z", false),
    ("BBB", 2, "2020-01-01T00:00:00Z", false), ("AAA", 1, "2999-01-01T00:00:00Z", true),
  ])
  func `forgets the old root a day after the last that it has signed`(
    serial: String, roots: Int, changed: String, opens: Bool
  ) throws {
    let gate = try #require(
      compiled(3, 3).plan?.steps.first { $0.id.description == "*/20-trust" }?.gates.first)
    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "cluster1-g2"), withIntermediateDirectories: true)
    let pem = { (serial: String) in "-----BEGIN CERTIFICATE-----\n\(serial)\n-----END CERTIFICATE-----\n" }
    try Data(pem("AAA").utf8).write(to: folder.appending(path: "cluster1-g2/ca-cert.pem"))
    let authority = Data(pem(serial).utf8).base64EncodedString()
    let bundle = Data((0..<roots).map { _ in pem("AAA") }.joined().utf8).base64EncodedString()
    let kubectl = """
      #!/bin/sh
      case "$*" in
        *ca-cert*) printf %s '\(authority)' ;;
        *root-cert*) printf %s '\(bundle)' ;;
        *) printf %s '2019-01-01T00:00:00Z \(changed)' ;;
      esac
      """
    try installProgram(kubectl, at: folder.appending(path: "kubectl"))
    let status = try shell(
      ["-c", try #require(gate.command.words.last)],
      ["PATH": "\(folder.path):/usr/bin:/bin", "ISSUED_CERTIFICATES": folder.path])
    #expect((status == 0) == opens)
  }

  private func shell(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = arguments
    process.environment = environment
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(.enabled(if: Ceremony.isInstalled("certtool") && Ceremony.isInstalled("openssl"), "certtool is not installed"))
  func `issues the new root beside the old one, and both into one file`() throws {
    let ceremony = try Ceremony(Example.topology(with: Self.topology(2, 2)), with: "certtool")
    defer { ceremony.remove() }
    // What is left of the state before.
    let before = try Ceremony(Example.topology(with: Self.topology(1, 1)), with: "certtool")
    defer { before.remove() }
    #expect(try before.run("all").status == 0)
    let (status, output) = try ceremony.run("all")
    #expect(status == 0, "\(output)")
    let both = try ceremony.issued("root/root-cert.pem") + ceremony.issued("root-g2/root-cert.pem")
    #expect(try ceremony.issued("cluster1-g2/root-certs.pem") == both)
    #expect(try before.issued("cluster1/root-certs.pem").count > 0)
    _ = try ceremony.openssl(
      "verify", "-x509_strict", "-CAfile", "root-g2/root-cert.pem", "-untrusted", "cluster1-g2/cert-chain.pem",
      "cluster1-g2/ca-cert.pem")
  }

  @Test func `replaces a Secret without a copy of the key in an annotation`() throws {
    let plan = try #require(compiled(1, 1).plan)
    guard case .run(let commands)? = plan.steps.first(where: { $0.id.description == "cluster1/20-trust" })?.action
    else {
      Issue.record("no commands")
      return
    }
    let script = try #require(commands.first?.words.last)
    #expect(script.contains("apply --server-side"))
    #expect(script.contains("root-cert.pem=\"$issued/root-certs.pem\""))
    #expect(try shell(["-n", "-c", script]) == 0)
  }

  @Test(arguments: [("", []), ("certificateAuthority: {rotation: {state: 1}}", ["duplicate-authority"])])
  func `keeps the folders below two roots apart`(section: String, slugs: [String]) {
    let clusters = """
      clusters:
        - {name: east, network: network1, apiServer: "https://a.example.com"}
        - {name: east-g2, network: network2, apiServer: "https://b.example.com"}

      """
    #expect(Example.findings(with: clusters + section).map(\.code.slug) == slugs)
  }

  @Test(arguments: [
    ("rotation: {}", ["missing-key"]), ("rotation: {state: 4}", ["invalid-value"]),
    ("rotation: {state: 01}", ["invalid-value"]),
    ("rotation: {state: 1}", []), ("root: {rotation: {state: 1}}", ["unknown-key"]),
    ("root: {generation: 0}", ["invalid-value"]),
    ("intermediates: {generation: 2}", ["unknown-key"]), ("root: {generation: 3}, rotation: {state: 2}", []),
  ])
  func `reads a state`(section: String, slugs: [String]) {
    #expect(Example.findings(with: "certificateAuthority: {\(section)}").map(\.code.slug) == slugs)
  }
}
