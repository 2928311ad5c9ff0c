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
    #expect(states.map { $0.authorities.count } == [4, 8, 8, 4])
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
    #expect(gates.map(\.count) == [2, 2, 2, 2])
    #expect(gates[0].allSatisfy { $0.description.hasSuffix("take further roots") })
    #expect(compiled(0, 0).plan?.steps.first { $0.id.description == "*/20-trust" }?.gates.isEmpty == true)
    #expect(gates[1].allSatisfy { $0.description.hasSuffix("trusts both roots") })
    #expect(gates[2].allSatisfy { $0.description.hasSuffix("for a day") })
    for gate in gates.joined() { #expect(try shell(["-n", "-c", gate.command.words.last ?? ""]) == 0) }
  }

  /// A kubectl that answers with what a cluster holds, and the files that it is compared with.
  private func opens(_ gate: Gate, _ kubectl: String, issued: [String: String]) throws -> Bool {
    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in issued {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try installProgram("#!/bin/sh\n" + kubectl, at: folder.appending(path: "kubectl"))
    return try shell(
      ["-c", try #require(gate.command.words.last)],
      ["PATH": "\(folder.path):/usr/bin:/bin", "ISSUED_CERTIFICATES": folder.path]) == 0
  }

  private func firstGate(_ first: Int, _ second: Int, _ more: String = "") throws -> Gate {
    try #require(compiled(first, second, more).plan?.steps.first { $0.id.description == "*/20-trust" }?.gates.first)
  }

  private static func pem(_ line: String) -> String {
    "-----BEGIN CERTIFICATE-----\n\(line)\n-----END CERTIFICATE-----\n"
  }

  @Test(arguments: [
    ("AAA", ["OLD", "NEW"], 30, "", true), ("AAA", ["OLD", "NEW"], -30, "", false),
    ("BBB", ["OLD", "NEW"], 30, "", false), ("AAA", ["NEW"], -30, "", true), ("AAA", ["OLD"], -30, "", false),
    ("AAA", ["OLD", "NEW"], 30, "168h", false), ("AAA", ["OLD", "NEW"], 170, "168h0m0s", true),
    ("AAA", ["OLD", "NEW"], 23, "", false), ("AAA", ["OLD", "NEW"], 25, "", true),
  ])
  func `forgets the old root when the last that it has signed has ended`(
    authority: String, roots: [String], hoursAgo: Int, lifetime: String, opens isOpen: Bool
  ) throws {
    let values =
      lifetime.isEmpty ? "" : "}\nvalues: {pilot: {env: {DEFAULT_WORKLOAD_CERT_TTL: \(lifetime)}}"
    let gate = try firstGate(3, 3, values)
    let base64 = { (texts: [String]) in Data(texts.map(Self.pem).joined().utf8).base64EncodedString() }
    let changed = Date(timeIntervalSinceNow: Double(-hoursAgo * 3600)).formatted(.iso8601)
    let kubectl = """
      case "$*" in
        *ca-cert*) printf %s '\(base64([authority]))' ;;
        *root-cert*) printf %s '\(base64(roots))' ;;
        *) printf %s '2019-01-01T00:00:00Z \(changed)' ;;
      esac
      """
    let issued = ["cluster1-g2/ca-cert.pem": Self.pem("AAA"), "root-g2/root-cert.pem": Self.pem("NEW")]
    #expect(try opens(gate, kubectl, issued: issued) == isOpen)
  }

  @Test(arguments: [(["OLD", "NEW"], true), (["OLD", "OTHER"], false), (["NEW"], true), ([], false)])
  func `has the new root trusted before it signs, whatever else is`(roots: [String], isOpen: Bool) throws {
    let text = roots.map(Self.pem).joined()
    let issued = ["root-g2/root-cert.pem": Self.pem("NEW")]
    #expect(try opens(try firstGate(2, 2), "printf %s '\(text)'", issued: issued) == isOpen)
  }

  @Test(arguments: [
    ("a/x istio-proxy=true =\na/y = istio-proxy=true\na/z = =", true), ("a/x istio-proxy= =", false),
    ("a/x = istio-proxy=", false), ("", true),
  ])
  func `has proxies restarted before there is a further root`(pods: String, isOpen: Bool) throws {
    #expect(try opens(try firstGate(1, 1), "printf '%s\\n' '\(pods)'", issued: [:]) == isOpen)
    #expect(try !opens(try firstGate(1, 1), "exit 1", issued: [:]))
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

  @Test(arguments: pairs.filter { abs($0 - $1) < 2 })
  func `has every cluster know the CRLs of all that the other shows`(first: Int, second: Int) throws {
    let lists = ", revocation: {mode: crl}"
    let together = try #require(compiled(first, second, lists).plan?.certificates.first).deliveries
    // One cluster may have a commit already, and the other not yet.
    let apart = try [first, second].enumerated().map { index, state in
      try #require(compiled(state, state, lists).plan?.certificates.first).deliveries[index]
    }
    for deliveries in [together, apart] {
      for one in deliveries {
        let known = Set(one.revocationLists.map(\.id))
        for other in deliveries where one.anchors.contains(where: { $0.id == other.chain.last?.id }) {
          #expect(other.chain.allSatisfy { known.contains($0.id) }, "\(one.cluster) lacks a CRL of \(other.cluster)")
        }
      }
    }
  }

  @Test(.enabled(if: Ceremony.isInstalled("certtool") && Ceremony.isInstalled("openssl"), "certtool is not installed"))
  func `has a verifier that demands CRLs accept every cluster in every state, through two rotations`() throws {
    let first = try Ceremony(Example.topology(with: Self.topology(0, 0, ", revocation: {mode: crl}")), with: "certtool")
    defer { first.remove() }
    var before: [String] = []
    for round in 1...2 {
      for state in 0...3 {
        let more = ", revocation: {mode: crl}, root: {generation: \(round)}"
        let next = try Ceremony(Example.topology(with: Self.topology(state, state, more)), with: "certtool")
        defer { next.remove() }
        try next.issueInto(first)
        let (status, output) = try next.run("all")
        #expect(status == 0, "\(output)")
        let plan = try #require(compiled(state, state, more).plan?.certificates.first)
        let now = try plan.deliveries.map { try first.snapshot($0, "round\(round)-state\(state)") }
        for one in before + now { for other in before + now { try first.expectAcceptance(of: other, by: one) } }
        before = now
      }
    }
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
