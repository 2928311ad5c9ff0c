import Diagnostics
import MeshCompiler
import Testing

/// What people write who have not read the manual: each is one finding, and says what to write.
struct BeginnerTests {
  /// A topology with these sections has one error, whose message, help and fix hold what is wanted.
  private func expect(_ written: String, _ code: String, _ wanted: String, line: Int = #line) {
    let errors = Example.findings(with: written).filter { $0.severity == .error }
    #expect(errors.map(\.code.slug) == [code], "\(written)")
    let said = errors.map { "\($0.message); \($0.help ?? ""); \($0.fix?.replacement ?? "")" }.joined()
    #expect(said.contains(wanted), "\(written): \(said)")
  }

  private static let clusters = """
    clusters:
      - {name: a, network: network1, apiServer: "https://a"}
      - {name: b, network: network2, apiServer: "https://b", %@}
    """

  @Test(arguments: [
    ("spec:\n  mesh: {id: x}\n  verification: {namespace: y}", "one level higher: `mesh` and `verification`"),
    ("gateway: {replicas: 2}", "`clusters[].gateway` or `defaults.gateway`"), ("meshID: mesh1", "`mesh.id`"),
    ("trustDomain: a.b", "`mesh.trustDomain`"), ("tools: [vault]", "`certificateAuthority.tools`"),
    ("namespace: x", "namespaces"), ("argoCD: {repository: x}", "`gitops.argoCD`"),
    ("certificateAuthorities: {}", "`certificateAuthority`"), ("Verification: {namespace: x}", "`verification`"),
    ("remote-access: {delivery: manual}", "`remoteAccess`"), ("helm: {}", "the keys here are apiVersion"),
    ("mtls: STRICT", "`mesh.mutualTLS`"), ("mesh: {mode: x}", "`controlPlane.mode`"),
    ("pathLength: 1", "the keys here are"),
  ])
  func `leads from an unknown section to the right one`(written: String, wanted: String) {
    expect(written, "unknown-key", wanted)
  }

  @Test(arguments: [
    ("controlPlane:\nmode: multi-primary", "indent `mode` by two blanks more than `controlPlane`"),
    ("distribution:\nname: sail\nversion: 1.30.3", "indent `name` and `version`"),
    (
      "clusters:\n  - name: a\n    network: network1\n    apiServer: https://a\n    gateway:\n    service: {type: NodePort}\n"
        + "  - {name: b, network: network2, apiServer: \"https://b\"}", "more than `gateway`"
    ),
    (
      "clusters:\n  - {name: a, network: network1, apiServer:https://a}\n"
        + "  - {name: b, network: network2, apiServer: \"https://b\"}", "behind the colon: `apiServer: https://a`"
    ),
  ])
  func `sees where a blank is missing`(written: String, wanted: String) {
    expect(written, "unknown-key", wanted)
  }

  @Test(arguments: [
    ("AWS", "did you mean `eks`"), ("azure", "did you mean `aks`"), ("GCP", "did you mean `gke`"),
    ("Rancher", "did you mean `rke2`"), ("OCP", "did you mean `openshift`"), ("kind", "did you mean `kubernetes`"),
  ])
  func `knows platforms by their other names`(word: String, wanted: String) {
    expect(Self.clusters.replacing("%@", with: "platform: \(word)"), "unknown-word", wanted)
  }

  @Test(arguments: ["metadata: {name: \u{201C}shop\u{201D}}", "mesh: {id: \u{2018}mesh1\u{2019}}"])
  func `tells typographic quotes from YAML's`(written: String) {
    expect(written, "invalid-value", "typographic")
  }

  @Test(arguments: [
    ("labels: {a: b}", "the keys here are apiServer"), ("region: eu", "`clusters[].locality.region`"),
    ("gateway: {annotations: {a: b}}", "`clusters[].gateway.service.annotations`"),
    ("loadBalancerIP: 1.2.3.4", "gateway.service"),
    ("podCIDR: 10.0.0.0/8", "did you mean `pods`"), ("service-cidr: 10.0.0.0/8", "did you mean `services`"),
    ("kubeContext: b", "did you mean `context`"), ("tls_server_name: b", "did you mean `tlsServerName`"),
    ("gateways: {replicas: 2}", "did you mean `gateway`"), ("gateway: {replicaCount: 2}", "did you mean `replicas`"),
    ("certificateAuthority: {ttl: 90d}", "did you mean `lifetime`"), ("provider: eks", "did you mean `platform`"),
    ("gateway: {hpa: {minReplicas: 2}}", "did you mean `autoscaling`"),
    ("gateway: {limits: {cpu: 1}}", "`clusters[].gateway.resources.limits`"),
  ])
  func `leads from an unknown key of a cluster to the right one`(written: String, wanted: String) {
    expect(Self.clusters.replacing("%@", with: written), "unknown-key", wanted)
  }

  @Test(arguments: [
    ("controlPlane: {mode: ambient}", "unknown-word", "`controlPlane.dataPlane`"),
    ("controlPlane: {mode: Multi-Primary}", "unknown-word", "did you mean `multi-primary`"),
    ("controlPlane: {mode: multi-primary-multi-network}", "unknown-word", "did you mean `multi-primary`"),
    ("controlPlane: {mode: [multi-primary]}", "wrong-kind", "write `multi-primary` without brackets"),
    ("controlPlane: multi-primary", "wrong-kind", "`controlPlane: {mode: multi-primary}`"),
    ("controlPlane: [{mode: multi-primary}]", "wrong-kind", "`controlPlane: {mode: multi-primary}`"),
    ("distribution: sail", "wrong-kind", "`distribution: {name: sail, version: 1.30.3}`"),
    ("distribution: {name: sail, version: 1.30}", "invalid-value", "`1.30.3`"),
    ("distribution: {name: sail, version: v1.30.3}", "invalid-value", "1.30.3"),
    ("distribution: {name: openshift, version: 1.30.3}", "unknown-word", "sail"),
    ("mesh: {mutualTLS: strict}", "unknown-word", "did you mean `STRICT`"), ("mesh: mesh1", "wrong-kind", "`id`"),
    ("remoteAccess: tokenSecret", "wrong-kind", "{delivery: tokenSecret}"),
    (
      "certificateAuthority: {delivery: external-secrets}", "unknown-word",
      "{externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}"
    ),
    ("certificateAuthority: {delivery: argo}", "unknown-word", "{sops: {reason: …}}"),
    ("certificateAuthority: {delivery: [manual]}", "wrong-kind", "`manual`"),
    ("certificateAuthority: {root: {key: rsa4096}}", "wrong-kind", "{algorithm: RSA, size: 4096}"),
    ("certificateAuthority: {root: {key: ecdsa-p256}}", "wrong-kind", "{algorithm: ECDSA, curve: P256}"),
    ("certificateAuthority: {root: {key: {algorithm: RSA4096}}}", "unknown-word", "did you mean `RSA`"),
    ("certificateAuthority: {root: {lifetime: 3650}}", "invalid-value", "3650d"),
    ("certificateAuthority: {intermediates: {lifetime: 8760h}}", "invalid-value", "365d"),
    ("certificateAuthority: {tools: Vault}", "unknown-word", "did you mean `vault`"),
    ("certificateAuthority: {certManager: {issuer: {}}}", "unknown-key", "`certificateAuthority.delivery.certManager`"),
    ("networks: {network1: {}, network2: {}}", "wrong-kind", "`- name: network1`"),
    ("networks: {name: network1}", "wrong-kind", "`- name: …`"), ("networks: []", "empty-list", "give it an item"),
    ("networks:", "missing-key", "give it one"), ("apiVersion: v1", "unknown-language", "meshgen/v1"),
    ("apiVersion: meshgen/v2", "unknown-language", "a newer compiler"), ("kind: Mesh", "unknown-language", "Topology"),
    ("namespaces: {shop: {}}", "wrong-kind", "`- name: shop`"),
    ("metadata: {name: My Shop}", "invalid-value", "my-shop"),
    ("metadata:\n  name:shop", "wrong-kind", "`name: shop`"),
    ("metadata: {name: {{mesh}}}", "key-is-no-text", "template"),
    ("gitops: {flux: {repo: 'https://g.example.com/a.git'}}", "unknown-key", "repository"),
    ("verification: sample-namespace", "wrong-kind", "`namespace`"),
    ("networks: {network1: {}, network2: {}}", "wrong-kind", "`- name: network1`"),
  ])
  func `says what to write in a value's place`(written: String, code: String, wanted: String) {
    expect(written, code, wanted)
  }

  @Test(arguments: [
    ("apiServer: b.example.com:6443", "https://b.example.com:6443"), ("pods: 10.0.0.0", "10.10.0.0/16"),
    ("gateway: {address: 'https://b.example.com'}", "gateway.example.com"),
    ("gateway: {resources: {requests: {memory: 128mb}}}", "`128Mi`"), ("gateway: {replicas: two}", "whole number"),
  ])
  func `shows what an address or an amount looks like`(written: String, wanted: String) {
    let text = Self.clusters.replacing(
      ", apiServer: \"https://b\"", with: written.hasPrefix("apiServer") ? "" : ", apiServer: \"https://b\"")
    expect(text.replacing("%@", with: written), "invalid-value", wanted)
  }

  @Test(arguments: [
    "networks: [network1, network2]", "certificateAuthority: {names: x}", "namespaces: shop",
    "namespaces: [shop, bank]",
    "metadata: shop", "certificateAuthority: {tiers: issuing}",
  ])
  func `takes a word for a list of one, and for what has nothing but a name`(written: String) {
    let errors = Example.findings(with: written).filter { $0.severity == .error }
    #expect(errors.map(\.code.slug) == (written.contains("names:") ? ["unknown-key"] : []))
  }

  @Test func `keeps the place of a word that stands for a list`() throws {
    let written = Self.clusters.replacing("%@", with: "pods: 10.0.0.0/33")
    let bytes = Example.topology(with: written)
    let finding = try #require(compile(SourceText(name: "t", bytes: bytes)).findings.first)
    #expect(
      String(decoding: bytes[finding.place.range.start..<finding.place.range.end], as: UTF8.self) == "10.0.0.0/33")
    #expect(finding.message.hasPrefix("`clusters[1].pods[0]` cannot be"))
  }

  @Test func `names the errors once more behind many warnings`() {
    let source = SourceText(
      name: "t.yaml", bytes: Example.topology(with: "distribution: {name: sail, version: 1.26.8}\nmesh: {ID: x}"))
    let findings = compile(source).findings
    let summary = findings.summary(of: source)
    #expect(summary.hasPrefix("1 error, 1 warning\nt.yaml:"))
    #expect(summary.contains("error MG201: `ID` is no key of `mesh`"))
    #expect(findings.filter { $0.severity == .error }.summary(of: source) == "1 error")
  }
}
