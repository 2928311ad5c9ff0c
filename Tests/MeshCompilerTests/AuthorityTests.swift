internal import Certificates
internal import Diagnostics
import MeshCompiler
internal import MeshModel
internal import MeshNames
import Planning
import Testing

/// The CA hierarchy: what follows from what is said of it, and what cannot be.
struct AuthorityTests {
  /// The plan of a topology with these sections, and with all others as they are in the example.
  private func plan(_ sections: String) throws -> CertificatePlan {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: sections)))
    return try #require(compilation.plan?.certificates.first, "\(compilation.findings.map(\.message))")
  }

  private func authority(_ id: String, in plan: CertificatePlan) throws -> PlannedAuthority {
    try #require(plan.authorities.first { $0.id == id })
  }

  @Test func `makes a tier's authority the issuer of what comes behind it`() throws {
    let plan = try plan("certificateAuthority: {tiers: [{name: a}, {name: b, lifetime: 4y}]}")
    #expect(plan.authorities.map(\.issuer) == [nil, "root", "a", "b", "b"])
    #expect(plan.authorities.map(\.pathLength) == [3, 2, 1, 0, 0])
    #expect(plan.authorities.map(\.tier) == [0, 1, 2, 3, 3])
    #expect(plan.deliveries.map { $0.chain.map(\.id) }.first == ["cluster-cluster1", "b", "a", "root"])
  }

  @Test func `lets a cluster differ from the others in what it says, and in nothing else`() throws {
    let plan = try plan(
      """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://a.example.com", certificateAuthority: {lifetime: 200d}}
        - {name: cluster2, network: network2, apiServer: "https://b.example.com"}
      certificateAuthority: {intermediates: {lifetime: 300d, key: {algorithm: ECDSA, curve: P384}}}
      """)
    let authorities = plan.authorities.dropFirst()
    #expect(authorities.map(\.lifetime.days) == [200, 300])
    #expect(authorities.map(\.key) == [.ecdsa(.p384), .ecdsa(.p384)])
  }

  @Test func `takes organization and country from the root, and names each cluster's authority after it`() throws {
    let plan = try plan("certificateAuthority: {root: {subject: {organization: Shop, country: DE}}}")
    let subject = try authority("cluster-cluster2", in: plan).subject.map { "\($0.type)=\($0.value)" }
    #expect(subject == ["C=DE", "L=cluster2", "O=Shop", "CN=example Cluster CA cluster2"])
  }

  @Test func `shortens a common name that would be too long`() throws {
    let name = String(repeating: "m", count: 50)
    let plan = try plan("mesh: {id: \(name)}")
    #expect(
      plan.authorities.map { $0.subject.last?.value } == [
        "\(name) Root CA", "Cluster CA cluster1", "Cluster CA cluster2",
      ])
  }

  @Test func `has every act of the ceremony come after what it needs`() throws {
    for topology in Repository.compiling {
      let source = SourceText(name: "topology.yaml", bytes: try topology.bytes)
      guard let plan = compile(source).plan?.certificates.first else { continue }
      var made: Set<String> = []
      for step in plan.ceremony {
        #expect(made.isSuperset(of: step.needs), "\(topology): \(step.id)")
        #expect(made.isDisjoint(with: step.makes), "\(topology): \(step.id) makes again what is there")
        made.formUnion(step.makes)
      }
      #expect(Set(plan.ceremony.map(\.id)).count == plan.ceremony.count)
    }
  }

  @Test func `lets no secret be needed by anybody but its maker`() throws {
    for topology in Repository.compiling {
      let source = SourceText(name: "topology.yaml", bytes: try topology.bytes)
      guard let plan = compile(source).plan?.certificates.first else { continue }
      let owners = Dictionary(
        plan.ceremony.flatMap { step in step.secretOutputs.map { ($0, step.actor) } }
      ) { first, _ in first }
      for step in plan.ceremony {
        for need in step.needs { #expect(owners[need] ?? step.actor == step.actor, "\(topology): \(step.id)") }
      }
    }
  }

  @Test(arguments: [
    // An issuer that comes later is as good as none.
    ("{tiers: [{name: a, issuer: b}, {name: b, lifetime: 4y}]}", ["unknown-issuer"]),
    ("{tiers: [{name: a, issuer: a}]}", ["unknown-issuer"]),
    ("{root: {issuer: root}}", ["unknown-key"]),
    ("{tiers: [{name: root}]}", ["duplicate-authority"]),
    ("{tiers: [{name: a, lifetime: 20y}]}", ["no-signing-period"]),
    ("{tiers: [{name: a, lifetime: 21y}]}", ["outlives-issuer"]),
    ("{tiers: [{name: a, lifetime: 1y}]}", ["no-signing-period"]),
    ("{tiers: [{name: a, pathLength: 0}]}", ["path-length-too-small"]),
    ("{root: {pathLength: 1}, tiers: [{name: a}]}", ["path-length-too-small"]),
    ("{root: {pathLength: 7}, intermediates: {pathLength: 3}}", []),
    ("{tiers: [{name: a, pathLength: none}], intermediates: {pathLength: none}}", ["path-length-unbounded"]),
    ("{root: {pathLength: none}}", []),
    ("{root: {pathLength: -1}}", ["invalid-value"]),
    ("{root: {custody: {quorum: 3-of-2}}}", ["invalid-value"]),
    ("{root: {custody: {quorum: 2-of-3, storage: hsm, holder: the board}}}", []),
    ("{intermediates: {names: {dns: [istiod.mesh.example.com]}}}", []),
    ("{intermediates: {names: {dns: [istiod.corp], uri: [x]}}}", ["invalid-value"]),
    ("{root: {names: {uri: [\"spiffe://cluster.local/ns/a\"]}}}", ["invalid-value"]),
    ("{root: {names: {uri: [\"spiffe://cluster.local\"]}}}", []),
    ("{intermediates: {names: {uri: [\"spiffe://elsewhere\"]}}}", ["foreign-identity"]),
    (
      "{intermediates: {names: {dns: [istiod.corp]}, nameConstraints: {permitted: {dns: [svc]}}}}",
      ["name-not-permitted"]
    ),
    ("{intermediates: {nameConstraints: {excluded: {dns: [istio-system.svc]}}}}", ["name-not-permitted"]),
    ("{intermediates: {nameConstraints: {excluded: {dns: [corp.example]}}}}", []),
    ("{intermediates: {nameConstraints: {excluded: {uri: [cluster.local]}}}}", ["name-not-permitted"]),
    ("{intermediates: {lifetime: 365d, supersedeAfter: 275d}}", []),
    ("{intermediates: {lifetime: 365d, supersedeAfter: 276d}}", ["superseded-too-late"]),
    ("{root: {lifetime: 10y, supersedeAfter: 9y}}", []),
    ("{root: {lifetime: 10y, supersedeAfter: 3286d}}", ["superseded-too-late"]),
    ("{delivery: {sops: {}}}", ["missing-key"]),
    ("{delivery: {sops: {reason: no store}}}", ["key-in-repository"]),
    (
      "{intermediates: {lifetime: 366d}, delivery: {sops: {reason: x}}}",
      ["long-lived-ciphertext", "key-in-repository"]
    ),
    ("{delivery: {certManager: {issuer: {kind: ClusterIssuer}}}}", ["missing-key"]),
    // cert-manager writes no path length; other projects' issuers do.
    ("{delivery: {certManager: {issuer: {kind: ClusterIssuer, name: x}}}}", ["path-length-unbounded"]),
    ("{tiers: [{name: a}], delivery: {certManager: {issuer: {kind: ClusterIssuer, name: x}}}}", []),
    (
      "{delivery: {certManager: {issuer: {group: awspca.cert-manager.io, kind: AWSPCAClusterIssuer, name: x}}}}", []
    ),
    (
      "{delivery: {sops: {reason: x}, sealedSecrets: {reason: y}}}", ["several-deliveries"]
    ),
    ("{delivery: by-hand}", ["unknown-word"]),
    ("{delivery: {externalSecrets: {store: {kind: ClusterSecretStore}}}}", ["missing-key"]),
    ("{delivery: {}}", ["missing-key"]),
  ])
  func `judges a hierarchy`(section: String, slugs: [String]) {
    let findings = Example.findings(with: "certificateAuthority: \(section)")
    #expect(findings.map(\.code.slug) == slugs, "\(findings.map(\.message))")
  }

  @Test func `keeps a cluster out of the root's folder`() {
    let findings = Example.findings(
      with: """
        clusters:
          - {name: root, network: network1, apiServer: "https://a.example.com"}
          - {name: cluster2, location: a, network: network2, apiServer: "https://b.example.com"}
        certificateAuthority: {tiers: [{name: a}]}
        """)
    #expect(findings.map(\.code.slug) == ["duplicate-authority", "duplicate-authority"])
  }
}
