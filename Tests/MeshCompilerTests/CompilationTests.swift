import Diagnostics
import FileTrees
import MeshCompiler
import MeshNames
import Planning
import Testing

/// What holds of every compilation, whatever the topology.
struct CompilationTests {
  private func compiled(_ written: String) -> Compilation {
    compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: written)))
  }

  private func text(of path: String, in compilation: Compilation) -> String? {
    compilation.files?.files.first { $0.path.text == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static let wide = """
    networks: [{name: Net_1.a}, {name: net2}, {name: net3}]
    metadata: {name: wide}
    mesh: {trustDomain: shop.example.com}
    clusters:
      - {name: a, network: Net_1.a, apiServer: "https://[2001:db8::1]:6443", pods: ["fd00:1::/48"], context: "arn:aws:eks:eu:1:cluster/a b"}
      - {name: 0b, network: Net_1.a, apiServer: "https://b", pods: ["fd00:2::/48"], platform: openshift, gateway: {address: "2001:db8::2"}}
      - {name: yes, network: net2, apiServer: "https://c", platform: gke, operator: preinstalled}
      - name: "1.5e3-is-no-label-but-this-is-one-of-sixty-three-characters-long"
        network: net3
        apiServer: https://d
    """.replacing(
      "1.5e3-is-no-label-but-this-is-one-of-sixty-three-characters-long", with: String(repeating: "x", count: 63))

  @Test func `compiles any number of clusters, networks and families of addresses`() throws {
    let compilation = compiled(Self.wide)
    #expect(compilation.findings.filter { $0.severity == .error }.map(\.message) == [])
    #expect(planProblems(try #require(compilation.plan)) == [])
    let istio = try #require(text(of: "clusters/yes/40-control-plane/istio-default.yaml", in: compilation))
    #expect(istio.contains("clusterName: \"yes\"\n") && istio.contains("trustDomain: shop.example.com\n"))
  }

  /// The name of a network stands in every place that Istio looks in, and is the same in all of them.
  @Test func `writes one network name into every place`() throws {
    let files = try #require(compiled(Self.wide).files).files
    for (cluster, network) in [("a", "Net_1.a"), ("0b", "Net_1.a"), ("yes", "net2")] {
      let texts = files.filter { $0.path.text.hasPrefix("clusters/\(cluster)/") }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      }
      let lines = texts.joined().split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
      let labels = lines.filter { $0.hasPrefix("topology.istio.io/network:") }
      #expect(labels.count == 10)
      #expect(Set(labels) == ["topology.istio.io/network: \(network)"])
      #expect(lines.contains("network: \(network)"))
    }
  }

  /// n clusters read n - 1 others each, by keys that are the clusters' names.
  @Test func `lets every cluster read every other one, and none itself`() throws {
    let plan = try #require(compiled(Self.wide).plan)
    let contexts = Dictionary(uniqueKeysWithValues: plan.clusters.map { ($0.name, $0.context.description) })
    var pairs = 0
    for step in plan.steps where step.id.description.hasSuffix("/remote-secret") {
      guard case .run(let commands) = step.action, let cluster = step.cluster else { continue }
      let words = commands.flatMap(\.words)
      let readers = words.suffix(from: 4)
      #expect(words[2].contains("--name=\(cluster) "))
      #expect(words[2].contains("--create-service-account=false"))
      #expect(Set(readers) == Set(contexts.values).subtracting([contexts[cluster] ?? ""]))
      pairs += readers.count
    }
    #expect(pairs == plan.clusters.count * (plan.clusters.count - 1))
  }

  @Test func `has neither gateways nor exposure where there is one network`() throws {
    let compilation = compiled(
      """
      networks: [{name: flat}]
      clusters:
        - {name: a, apiServer: "https://a", pods: [10.1.0.0/16]}
        - {name: b, apiServer: "https://b", pods: [10.2.0.0/16]}
      """)
    let paths = try #require(compilation.files).files.map(\.path.text)
    #expect(!paths.contains { $0.contains("50-gateways") || $0.contains("60-exposure") })
    #expect(try #require(compilation.plan).bindings.isEmpty)
  }

  @Test(arguments: [
    ("operator: preinstalled", nil, "v1"), ("operator: {version: 0.2.0}", "candidates", "v1alpha1"),
    ("operator: {version: 1.27.0}", "stable-1.27", "v1"), ("operator: {channel: mine}", "mine", "v1"),
  ])
  func `takes the operator's release for the API's version and the channel`(
    operator: String, channel: String?, api: String
  ) throws {
    let compilation = compiled("distribution: {name: sail, version: 1.24.1, \(`operator`)}")
    let istio = try #require(text(of: "clusters/cluster1/40-control-plane/istio-default.yaml", in: compilation))
    #expect(istio.contains("apiVersion: sailoperator.io/\(api)\n"))
    let subscription = text(of: "clusters/cluster1/30-operator/subscription-sailoperator.yaml", in: compilation)
    #expect(subscription?.contains("channel: \(channel ?? "")\n") == channel.map { _ in true })
  }

  @Test(arguments: [
    ("1.24.9", "", "unsupported-version"), ("1.31.0", "", "unsupported-version"), ("1.23.6", "", "unsupported-version"),
    ("1.27.9", "", "end-of-life"), ("1.28.0", "", nil), ("1.23.3", "operator: {version: 0.2.0}", nil),
    ("1.23.1", "operator: {version: 0.2.0}", "operator-cannot-install"),
    ("1.30.3", "operator: {version: 7.0}", "operator-cannot-install"), ("1.26.8", "operator: {version: 1.28.1}", nil),
    ("1.26.9", "operator: {version: 1.28.1}", "unsupported-version"),
  ])
  func `knows which operator installs which release`(version: String, operator: String, slug: String?) {
    let findings = Example.findings(with: "distribution: {name: sail, version: \(version), \(`operator`)}")
    #expect(Set(findings.map(\.code.slug)) == Set([slug].compactMap { $0 }))
  }

  @Test func `reads lines that end as on Windows, and a byte order mark`() throws {
    let text = String(decoding: Example.topology(with: ""), as: UTF8.self)
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
    #expect(compile(SourceText(name: "t", bytes: bytes)).findings.map(\.message) == [])
  }

  @Test func `says the same of the same bytes`() throws {
    let (first, second) = (compiled(Self.wide), compiled(Self.wide))
    #expect(first.files == second.files)
    #expect(first.findings.map(\.message) == second.findings.map(\.message))
  }

  @Test func `knows its own files by the index that it wrote`() throws {
    let files = try #require(compiled(Self.wide).files).files
    let index = try #require(files.last)
    let owned = try #require(OwnedFiles.read(index.bytes))
    #expect(Set(owned.keys) == Set(files.dropLast().map(\.path)))
    #expect(OwnedFiles.read(Array("{\"kind\": \"Other\"}".utf8)) == nil)
    #expect(OwnedFiles.read(Array(index.bytes.dropLast(100))) == nil)
  }

  @Test func `holds an address of an attacker's choice in one argument`() throws {
    let compilation = compiled(
      """
      clusters:
        - {name: a, network: network1, apiServer: "https://a", context: "x'; rm -rf / #"}
        - {name: b, network: network2, apiServer: "https://b/$(id)`id`'", context: "$(id)"}
      """)
    let plan = try #require(compilation.plan)
    let scripts = plan.steps.compactMap { step -> String? in
      guard case .run(let commands) = step.action else { return nil }
      return commands.first.map { $0.words[2] }
    }
    #expect(scripts.contains { $0.contains(#"'--context=x'\''; rm -rf / #'"#) })
    #expect(scripts.contains { $0.contains(#"'--server=https://b/$(id)`id`'\'''"#) })
  }

  /// A private key is quoted in no finding and no rendering, wherever it stands.
  @Test(arguments: [
    "mesh: {id: \"-----BEGIN RSA PRIVATE KEY-----\\nSECRETSECRET\\n-----END RSA PRIVATE KEY-----\"}",
    "mesh:\n  id: |\n    -----BEGIN PRIVATE KEY-----\n    SECRETSECRET\n    -----END PRIVATE KEY-----",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----SECRETSECRET: [",
    "? -----BEGIN OPENSSH PRIVATE KEY----- SECRETSECRET\n: x",
    "mesh: {id: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpTRUNSRVRTRUNSRVQ=}",
    "mesh: {id: LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tClNFQ1JFVFNFQ1JFVAo=}",
  ])
  func `quotes no private key`(written: String) {
    let compilation = compiled(written)
    #expect(compilation.findings.contains { $0.code.slug == "key-material" })
    for format in FindingFormat.allCases {
      let shown = format.render(compilation.findings, of: compilation.source)
      #expect(!shown.contains("SECRETSECRET") && !shown.contains("LS0tLS1CRUdJTiB"))
    }
  }

  @Test(arguments: [
    "-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----", "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t",
  ])
  func `takes no certificate for a private key`(text: String) {
    #expect(!compiled("# \(text)").findings.contains { $0.code.slug == "key-material" })
  }
}
