internal import Certificates
import Diagnostics
import Foundation
import MeshCompiler
import MeshNames
import Planning
import Testing

/// What is done in year two, carried out act by act, in clusters that get their files one after the other.
@Suite(
  .enabled(if: Ceremony.isInstalled("certtool") && Ceremony.isInstalled("openssl"), "certtool is not installed"))
struct ProcedureTests {
  private static func topology(_ revocation: String) -> [UInt8] {
    Example.topology(
      with: "certificateAuthority: {tiers: [{name: issuing}], revocation: {mode: \(revocation)}, tools: [certtool]}")
  }

  @Test(arguments: ["renew-issuing", "replace-issuing", "renew-cluster-cluster1", "replace-cluster-cluster1"])
  func `leaves no gap between clusters of two stages, for a verifier that demands CRLs`(id: String) throws {
    let ceremony = try Ceremony(Self.topology("crl"), with: "certtool")
    defer { ceremony.remove() }
    let plan = try plan("crl")
    let procedure = try #require(plan.procedures.first { $0.id == id })
    #expect(try ceremony.run("all").status == 0)
    let keys = try plan.authorities.map { try ceremony.issued($0.keyFile) }
    var shown = try plan.deliveries.map { try ceremony.snapshot($0, "before") }
    for (number, stage) in procedure.stages.enumerated() {
      try carryOut(stage.acts, in: ceremony)
      let before = shown
      for (index, delivery) in plan.deliveries.enumerated() where stage.reaches(delivery) {
        let authority = try #require(delivery.chain.first)
        try carryOut([authority.act(stage.files == .lists ? "lists" : "deliver")], in: ceremony)
        shown[index] = try ceremony.snapshot(delivery, "stage\(number)")
      }
      for one in before + shown { for other in before + shown { try ceremony.expectAcceptance(of: other, by: one) } }
    }
    let now = try plan.authorities.map { try ceremony.issued($0.keyFile) }
    #expect(zip(keys, now).map { $0 != $1 } == plan.authorities.map { $0.id == procedure.authority })
    #expect(!ceremony.has("issuing/retired") && !ceremony.has("cluster1/retired"))
  }

  @Test func `refuses what was signed with a lost key, once it is revoked`() throws {
    let ceremony = try Ceremony(Self.topology("crl"), with: "certtool")
    defer { ceremony.remove() }
    let plan = try plan("crl")
    #expect(try ceremony.run("all").status == 0)
    let thief = try ceremony.snapshot(plan.deliveries[0], "thief")
    let procedure = try #require(plan.procedures.first { $0.id == "replace-cluster-cluster1" })
    for stage in procedure.stages { try carryOut(stage.acts, in: ceremony) }
    try carryOut(["cluster1-deliver", "cluster2-deliver"], in: ceremony)
    let other = try ceremony.snapshot(plan.deliveries[1], "after")
    let script = """
      ! openssl verify -crl_check_all -CAfile \(other)/roots.pem -CRLfile \(other)/ca-crl.pem \
        -untrusted \(thief)/cert-chain.pem \(thief)/leaf.pem
      """
    try ceremony.judge("/bin/sh", "-c", script)
  }

  @Test func `sets a key aside once, and makes another certificate of the same`() throws {
    let ceremony = try Ceremony(Self.topology("rotate-root"), with: "certtool")
    defer { ceremony.remove() }
    #expect(try ceremony.run("all").status == 0)
    let (key, certificate) = (try ceremony.issued("cluster1/ca-key.pem"), try ceremony.issued("cluster1/ca-cert.pem"))
    try carryOut(["cluster1-reissue", "cluster1-sign"], in: ceremony)
    #expect(try ceremony.issued("cluster1/ca-key.pem") == key)
    #expect(try ceremony.issued("cluster1/ca-cert.pem") != certificate)
    #expect(try ceremony.run("cluster1-promote").status == 1)
    let next = ["cluster1-next-key", "cluster1-next-csr", "cluster1-next-sign"]
    try carryOut(next + ["cluster1-promote"], in: ceremony)
    #expect(try ceremony.issued("cluster1/retired/ca-key.pem") == key)
    #expect(try ceremony.mode(of: "cluster1/ca-key.pem") == 0o600)
    try carryOut(next, in: ceremony)
    let again = try ceremony.run("cluster1-promote")
    #expect(again.status == 1 && again.output.contains("retired is there already"))
    try carryOut(["cluster1-forget", "cluster1-promote", "cluster1-deliver", "cluster1-forget"], in: ceremony)
    #expect(try ceremony.issued("cluster1/ca-key.pem") != key)
    #expect(!ceremony.has("cluster1/retired"))
  }

  @Test func `has procedures for whom people replace, and grows with the clusters alone`() throws {
    let plan = try plan("rotate-root")
    #expect(
      plan.procedures.map(\.id).filter { $0.hasPrefix("renew") } == [
        "renew-issuing", "renew-cluster-cluster1", "renew-cluster-cluster2",
      ])
    #expect(!plan.upkeep.contains { $0.operation == .revoke || $0.operation == .lists })
    #expect(plan.procedures.first { $0.kind == .renew }?.dueAfter == plan.authorities[1].supersededAfter)
  }

  private func plan(_ revocation: String) throws -> CertificatePlan {
    let source = SourceText(name: "topology.yaml", bytes: Self.topology(revocation))
    return try #require(compile(source).plan?.certificates.first)
  }

  private func carryOut(_ acts: [String], in ceremony: Ceremony) throws {
    for act in acts {
      let (status, output) = try ceremony.run(act)
      #expect(status == 0, "\(act): \(output)")
    }
  }
}

extension Procedure.Stage {
  fileprivate func reaches(_ delivery: CertificatePlan.Delivery) -> Bool {
    switch recipients {
    case .all: true
    case .clusters(let names): names.contains(delivery.cluster)
    }
  }
}
