internal import Certificates
import Diagnostics
import FileTrees
import Foundation
import Manifests
import MeshCompiler
import MeshNames
import Planning
import Testing
import YAMLWriting

/// How `cacerts` reaches the clusters.
struct DeliveryTests {
  private static let ways = [
    "manual", "{externalSecrets: {store: {kind: SecretStore, name: vault}, pathPrefix: a/b}}",
    "{certManager: {issuer: {kind: ClusterIssuer, name: mesh}}}", "{sealedSecrets: {reason: r}}", "{sops: {reason: r}}",
  ]

  private func compiled(_ delivery: String) -> Compilation {
    let section = "certificateAuthority: {tiers: [{name: issuing}], delivery: \(delivery)}"
    return compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: section)))
  }

  /// The step that gives a cluster its authority.
  private func step(_ delivery: String) throws -> Step {
    let plan = try #require(compiled(delivery).plan)
    #expect(planProblems(plan) == [])
    return try #require(plan.steps.first { $0.id.description == "cluster1/20-trust" })
  }

  @Test(arguments: ways) func `waits for the Secret before istiod starts, in every way`(delivery: String) throws {
    let plan = try #require(compiled(delivery).plan)
    let step = try step(delivery)
    #expect(!step.gates.isEmpty)
    let controlPlane = try #require(plan.steps.first { $0.id.description == "cluster1/40-control-plane" })
    #expect(controlPlane.after.contains(step.id))
  }

  @Test(arguments: ways) func `describes every way as the schema says`(delivery: String) throws {
    let file = Repository.root.appending(path: "schemas/certificate-plan.schema.json")
    let schema = try #require(JSONSchema(try Data(contentsOf: file)))
    let plan = try #require(compiled(delivery).plan?.certificates.first)
    #expect(schema.problems(with: try JSONSerialization.jsonObject(with: Data(plan.document.json.utf8))) == [])
  }

  @Test(arguments: ways) func `gives a cluster its authority in a way of its own, and the others theirs`(
    delivery: String
  ) throws {
    let text = try String(
      contentsOf: Repository.root.appending(path: "topologies/sail/deliveries.yaml"), encoding: .utf8
    )
    .replacing("delivery: manual", with: "delivery: \(delivery)")
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
    let plan = try #require(compilation.plan, "\(compilation.findings.map(\.message))")
    #expect(planProblems(plan) == [])
    let own = try #require(plan.steps.first { $0.id.description == "ber-1/20-trust" })
    let alone = try step(delivery)
    #expect(own.description == alone.description)
    #expect(own.resources.map(\.kind) == alone.resources.map(\.kind))
    let others = plan.steps.filter { ["dub-1/20-trust", "mad-1/20-trust"].contains($0.id.description) }
    #expect(others.flatMap(\.resources).map(\.kind) == ["ExternalSecret", "Certificate"])
    let isEncrypted = delivery.contains("reason")
    #expect(compilation.findings.contains { $0.code.slug == "key-in-repository" } == isEncrypted)
    let leaving = plan.certificates.flatMap(\.authorities).filter(\.custody.leavesHolder).map(\.id)
    #expect(leaving == (isEncrypted ? ["cluster-ber-1"] : []))
  }

  @Test func `takes certificate and key from one entry of the store`() throws {
    let resource = try #require(try step(Self.ways[1]).resources.first)
    let keys = resource.content.yaml.split(separator: "\n").filter { $0.contains("key: a/b/cluster1") }
    #expect(keys.count == 4)
    #expect(resource.content.yaml.contains("deletionPolicy: Retain"))
  }

  @Test func `has cert-manager make a CA, signed by the issuer that is named`() throws {
    let resource = try #require(try step(Self.ways[2]).resources.first)
    let text = resource.content.yaml
    for line in ["isCA: true", "secretName: cacerts", "kind: ClusterIssuer", "name: mesh", "rotationPolicy: Always"] {
      #expect(text.contains("\(line)\n"), "\(text)")
    }
    // Without usages, cert-manager would write those of a server.
    #expect(text.contains("- cert sign\n") && !text.contains("digital signature"))
  }

  @Test(arguments: ways.suffix(2)) func `says that a key that is encrypted travels`(delivery: String) throws {
    let plan = try #require(compiled(delivery).plan?.certificates.first)
    #expect(plan.authorities.map(\.custody.leavesHolder) == [false, false, true, true])
    #expect(plan.remarks.map(\.rule) == ["pki/key-travels", "pki/key-travels"])
  }

  @Test func `takes what SOPS has encrypted from outside of the output directory`() throws {
    guard case .run(let commands) = try step(Self.ways[4]).action, let script = commands.first?.words.last else {
      Issue.record("no commands")
      return
    }
    #expect(script.hasPrefix("sops --decrypt"))
    #expect(script.contains("${ENCRYPTED_CERTIFICATES:?"))
  }

  // Strict scope: name and namespace are part of what is encrypted (bitnami-labs/sealed-secrets, README, Scopes).
  @Test func `has each file sealed for the controller of its cluster and for this Secret alone`() throws {
    let plan = try #require(compiled("{sealedSecrets: {reason: r, controller: {name: c, namespace: n}}}").plan)
    let key = try #require(plan.bindings.first { $0.name == "CLUSTER2_SEALED_CA_KEY" })
    #expect(
      key.read.words.last?.hasPrefix(
        "kubeseal --raw --scope strict --context cluster2 --namespace istio-system --name cacerts "
          + "--controller-namespace n --controller-name c --from-file=\"${ISSUED_CERTIFICATES:?") == true)
    #expect(key.read.words.last?.hasSuffix("/cluster2/ca-key.pem\"") == true)
    #expect(key.place == "clusters[1].certificateAuthority.sealed.ca-key.pem")
    let resource = try #require(try step(Self.ways[3]).resources.first)
    #expect(resource.content.yaml.contains("ca-key.pem: ${CLUSTER1_SEALED_CA_KEY}\n"))
    #expect(plan.bindings.count { $0.name.contains("_SEALED_") } == 8)
  }

  @Test(arguments: ["LS0t", "AAAA", "AQAA", "Zm9v", "not Base64"])
  func `takes what kubeseal prints and nothing else`(value: String) {
    #expect(throws: Misfit.self) { try SealedValue(parsing: value) }
  }
}
