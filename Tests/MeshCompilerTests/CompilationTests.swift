internal import Certificates
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
      #expect(labels.count == 7)
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
      let readers = readers(of: plan, by: words[2], without: contexts[cluster] ?? "")
      #expect(words[2].contains("--name=\(cluster) "))
      #expect(words[2].contains("--create-service-account=false"))
      #expect(Set(readers) == Set(contexts.values).subtracting([contexts[cluster] ?? ""]))
      pairs += readers.count
    }
    #expect(pairs == plan.clusters.count * (plan.clusters.count - 1))
  }

  /// Whom a script gives a remote secret: all that the mesh's list names but the context of the cluster itself.
  private func readers(of plan: Plan, by script: String, without own: String) -> Set<String> {
    let list = plan.steps.filter { $0.cluster == nil }.flatMap(\.files).first { $0.path == ["control-planes.txt"] }
    guard case .text(let text)? = list?.content, script.hasSuffix("done 3<clusters/control-planes.txt"),
      script.contains(" | \(Command.quoted(own))) continue ;;")
    else { return [] }
    return Set(text.split(separator: "\n").map(String.init)).subtracting([own])
  }

  private static let twoPrimaries = """
    controlPlane: {mode: primary-remote, namespace: mesh}
    networks: [{name: n1}, {name: n2}, {name: n3}]
    clusters:
      - {name: p1, network: n1, apiServer: "https://p1", gateway: {address: 192.0.2.1}}
      - {name: r1, network: n1, primary: p1, apiServer: "https://r1"}
      - {name: r2, network: n3, primary: p2, apiServer: "https://r2"}
      - {name: p2, network: n2, apiServer: "https://p2"}
      - {name: r3, network: n2, primary: p2, apiServer: "https://r3"}
    """

  /// Every primary reads every cluster but itself, remotes of other primaries, too: n * (n - 1 + m) secrets.
  @Test func `lets primaries read each other and all remotes, and remotes read nobody`() throws {
    let plan = try #require(compiled(Self.twoPrimaries).plan)
    #expect(planProblems(plan) == [])
    var readers: [String: Set<String>] = [:]
    for step in plan.steps where step.id.description.hasSuffix("/remote-secret") {
      guard case .run(let commands) = step.action else { continue }
      let cluster = try #require(step.cluster).description
      readers[cluster] = self.readers(of: plan, by: commands.flatMap(\.words)[2], without: cluster)
    }
    #expect(readers == ["p1": ["p2"], "p2": ["p1"], "r1": ["p1", "p2"], "r2": ["p1", "p2"], "r3": ["p1", "p2"]])
  }

  @Test func `gives each remote the address of its own primary, and signs nothing there`() throws {
    let compilation = compiled(Self.twoPrimaries)
    for (remote, path, address) in [
      ("r1", "r1/net/n1", "192.0.2.1"), ("r2", "r2/net/n3", "${P2_GATEWAY_ADDRESS}"),
      ("r3", "r3/net/n2", "${P2_GATEWAY_ADDRESS}"),
    ] {
      let istio = try #require(text(of: "clusters/\(remote)/40-control-plane/istio-default.yaml", in: compilation))
      #expect(istio.contains("injectionPath: /inject/cluster/\(path)\n"))
      #expect(istio.contains("remotePilotAddress: \(address)\n"))
      #expect(text(of: "clusters/\(remote)/60-exposure/gateway-istiod-gateway.yaml", in: compilation) == nil)
    }
    let authorities = try #require(compilation.plan?.certificates.first).authorities.compactMap(\.cluster).map(
      \.description)
    #expect(authorities == ["p1", "p2"])
    let route = try #require(text(of: "clusters/p2/60-exposure/virtualservice-istiod-vs.yaml", in: compilation))
    #expect(route.contains("host: istiod.mesh.svc.cluster.local\n"))
  }

  @Test(arguments: [
    ("notanip!", false), ("https://192.0.2.1", false), ("192.0.2.1:15443", false), ("", false),
    ("-----BEGIN PRIVATE KEY-----", false), ("192.0.2.9", true), ("gateway.example.com", true),
  ])
  func `takes a value for what the topology would take`(value: String, fits: Bool) {
    let source = SourceText(name: "t", bytes: Example.topology(with: Self.twoPrimaries))
    let bound = compile(source, binding: ["P2_GATEWAY_ADDRESS": value])
    #expect(bound.unfitValues.keys.sorted() == (fits ? [] : ["P2_GATEWAY_ADDRESS"]))
    #expect(bound.plan?.bindings.contains { $0.name == "P2_GATEWAY_ADDRESS" } == !fits)
  }

  @Test(arguments: ["127.0.0.1", "0.0.0.0", "::1", "localhost", "192.0.2.1"])
  func `holds a value that is known by now to what the topology's own would meet`(value: String) throws {
    let source = SourceText(name: "t", bytes: Example.topology(with: Self.twoPrimaries))
    let bound = compile(source, binding: ["P2_GATEWAY_ADDRESS": value])
    #expect(bound.plan == nil && bound.unfitValues.isEmpty && bound.unknownValues.isEmpty)
    let errors = bound.findings.filter { $0.severity == .error }
    #expect(errors.map(\.code.slug) == ["gateway-address"])
    #expect(errors.first?.help?.hasPrefix("`--bind P2_GATEWAY_ADDRESS=VALUE` says it") == true)
  }

  @Test func `compiles to the same whether a value is bound or written down`() {
    let written = Self.twoPrimaries.replacing(
      "{name: p2, network: n2,", with: "{name: p2, network: n2, gateway: {address: 192.0.2.9},")
    #expect(written != Self.twoPrimaries)
    let bound = compile(
      SourceText(name: "t", bytes: Example.topology(with: Self.twoPrimaries)),
      binding: ["P2_GATEWAY_ADDRESS": "192.0.2.9"])
    let said = compile(SourceText(name: "t", bytes: Example.topology(with: written)))
    let objects = { (compilation: Compilation) in compilation.plan?.steps.flatMap(\.resources) ?? [] }
    #expect(!objects(said).isEmpty && objects(bound) == objects(said))
  }

  @Test func `takes a root certificate, and no key, for a root certificate`() throws {
    let text = """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: federation}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: c1}, {name: c2}]
      meshes:
        - {name: red, cluster: c1, members: [shop], ingress: {domain: one.example.com}}
        - {name: green, cluster: c2, members: [shop], ingress: {domain: two.example.com}}
      peers: all
      """
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    let root = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
    let bound = compile(source, binding: ["RED_ROOT_CERTIFICATE": root])
    #expect(bound.unfitValues.isEmpty)
    let files = try #require(bound.files).files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(files.contains { $0.contains("root-cert.pem: |\n    -----BEGIN CERTIFICATE-----\n    MIIB\n") })
    for value in [
      "hello", "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
    ] {
      #expect(compile(source, binding: ["RED_ROOT_CERTIFICATE": value]).unfitValues.count == 1)
    }
  }

  @Test func `fills in a value that is known by now, in all places`() throws {
    let bytes = Example.topology(with: Self.twoPrimaries)
    let open = compile(SourceText(name: "t", bytes: bytes))
    #expect(open.findings.filter { $0.severity != .note }.map(\.code.slug) == ["unbound-value"])
    let bound = compile(SourceText(name: "t", bytes: bytes), binding: ["P2_GATEWAY_ADDRESS": "2001:db8::2"])
    #expect(bound.findings.allSatisfy { $0.severity == .note } && bound.unknownValues.isEmpty)
    let texts = try #require(bound.files).files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(!texts.contains { $0.contains("P2_GATEWAY_ADDRESS") })
    #expect(texts.contains { $0.contains("remotePilotAddress: 2001:db8::2\n") })
    #expect(texts.contains { $0.contains("http://[2001:db8::2]:15021/healthz/ready") })
    #expect(compile(SourceText(name: "t", bytes: bytes), binding: ["X": "y"]).unknownValues == ["X"])
  }

  @Test(arguments: [("192.0.2.1", [15017]), ("gw.example.com", [443])])
  func `lets the webhook in where the remote's Service calls it`(address: String, ports: [Int]) throws {
    let compilation = compiled(
      """
      controlPlane: {mode: primary-remote}
      clusters:
        - {name: p, network: network1, apiServer: "https://p", gateway: {address: \(address)}}
        - {name: r, network: network2, role: remote, apiServer: "https://r"}
      """)
    let service = try #require(text(of: "clusters/p/50-gateways/service-istio-eastwestgateway.yaml", in: compilation))
    for port in [443, 15017] { #expect(service.contains("port: \(port)\n") == ports.contains(port)) }
    #expect(service.contains("targetPort: 15017\n"))
  }

  /// With a revision for each release, everything that is bound to a control plane names its revision.
  @Test func `names the revision wherever something is bound to it`() throws {
    let compilation = compiled(
      """
      controlPlane: {mode: primary-remote, updateStrategy: RevisionBased}
      clusters:
        - {name: p, network: network1, apiServer: "https://p", gateway: {address: 192.0.2.1}}
        - {name: r, network: network2, role: remote, apiServer: "https://r"}
      """)
    #expect(compilation.findings.isEmpty)
    #expect(planProblems(try #require(compilation.plan)) == [])
    for (path, line) in [
      ("clusters/p/40-control-plane/istio-default.yaml", "    type: RevisionBased"),
      ("clusters/p/40-control-plane/istio-default.yaml", "        EXTERNAL_ISTIOD: \"true\""),
      ("clusters/r/40-control-plane/istio-default.yaml", "    type: RevisionBased"),
      (
        "clusters/r/40-control-plane/serviceaccount-istio-reader-service-account.yaml",
        "  name: istio-reader-service-account"
      ),
      ("clusters/p/50-gateways/deployment-istio-eastwestgateway.yaml", "        istio.io/rev: default-v1-30-3"),
      (
        "clusters/p/60-exposure/virtualservice-istiod-vs-default-v1-30-3.yaml",
        "        host: istiod-default-v1-30-3.istio-system.svc.cluster.local"
      ),
      (
        "clusters/p/60-exposure/virtualservice-istiod-vs-default-v1-30-3.yaml",
        "      - istiod-default-v1-30-3.istio-system.svc"
      ),
      ("verify/r/00-namespace-sample.yaml", "    istio.io/rev: default-v1-30-3"),
    ] {
      #expect(try #require(text(of: path, in: compilation)).contains("\(line)\n"), "\(path)")
    }
  }

  @Test func `takes application namespaces into the mesh, and leaves them when it goes`() throws {
    let compilation = compiled("namespaces: [{name: shop}, {name: bank, clusters: [cluster2, cluster2]}]")
    #expect(compilation.findings.map(\.code.slug) == ["namespace-elsewhere"])
    #expect(planProblems(try #require(compilation.plan)) == [])
    let paths = try #require(compilation.files).files.map(\.path.text).filter { $0.contains("80-traffic/") }
    #expect(
      paths == [
        "clusters/cluster1/80-traffic/namespace-shop.yaml", "clusters/cluster2/80-traffic/namespace-shop.yaml",
        "clusters/cluster2/80-traffic/namespace-bank.yaml",
      ])
    let label = try #require(text(of: paths[0], in: compilation))
    #expect(label.contains("    istio-injection: enabled\n"))
    let removal = try #require(compilation.plan).removal.flatMap(\.commands).map(\.shellLine)
    #expect(removal.contains("kubectl --context cluster2 label namespace shop bank istio-injection-"))
  }

  @Test(arguments: ["istio-system", "istio-cni", "sample"])
  func `takes no namespace of its own for an application's`(name: String) {
    #expect(Example.findings(with: "namespaces: [{name: \(name)}]").map(\.code.slug) == ["shared-namespace"])
  }

  private static let ambient = "controlPlane: {mode: multi-primary, dataPlane: ambient}"

  @Test func `makes an ambient mesh of the same names in all places`() throws {
    let compilation = compiled(Self.ambient)
    #expect(compilation.findings.isEmpty)
    #expect(planProblems(try #require(compilation.plan)) == [])
    let folder = "clusters/cluster2/40-control-plane"
    let ztunnel = try #require(text(of: "\(folder)/ztunnel-default.yaml", in: compilation))
    #expect(ztunnel.contains("clusterName: cluster2\n") && ztunnel.contains("network: network2\n"))
    let istio = try #require(text(of: "\(folder)/istio-default.yaml", in: compilation))
    for line in ["profile: ambient", "trustedZtunnelNamespace: ztunnel", "AMBIENT_ENABLE_MULTI_NETWORK: \"true\""] {
      #expect(istio.contains("\(line)\n"))
    }
    let gateway = try #require(
      text(of: "clusters/cluster2/50-gateways/gateway-istio-eastwestgateway.yaml", in: compilation))
    #expect(gateway.contains("topology.istio.io/network: network2\n") && gateway.contains("protocol: HBONE\n"))
    let service = try #require(text(of: "verify/cluster1/service-helloworld.yaml", in: compilation))
    #expect(service.contains("istio.io/global: \"true\"\n"))
    let paths = try #require(compilation.files).files.map(\.path.text)
    #expect(!paths.contains { $0.contains("60-exposure") })
  }

  @Test(arguments: [
    ("1.27.9", "operator: {version: 1.27.0}", "v1alpha1"), ("1.27.9", "operator: {version: 1.28.0}", "v1"),
    ("1.30.3", "operator: preinstalled", "v1"),
  ])
  func `takes the operator's release for the version of ZTunnel`(version: String, operator: String, api: String) throws
  {
    let compilation = compiled(
      Self.ambient + "\ndistribution: {name: sail, version: \(version), \(`operator`)}")
    let ztunnel = try #require(text(of: "clusters/cluster1/40-control-plane/ztunnel-default.yaml", in: compilation))
    #expect(ztunnel.contains("apiVersion: sailoperator.io/\(api)\n"))
    #expect(ztunnel.contains("profile: ambient\n") == (api == "v1alpha1"))
  }

  @Test(arguments: [
    ("distribution: {name: sail, version: 1.26.8}", "ambient-unsupported"),
    (
      "clusters: [{name: a, network: network1, apiServer: 'https://a', gateway: {service: {loadBalancerClass: x}}}, "
        + "{name: b, network: network2, apiServer: 'https://b'}]", "not-supported-yet"
    ),
    ("verification: {namespace: ztunnel}", "shared-namespace"),
    ("controlPlane: {mode: primary-remote, dataPlane: ambient}", "ambient-unsupported"),
  ])
  func `refuses what an ambient mesh cannot have`(written: String, slug: String) {
    let findings = Example.findings(with: written.hasPrefix("controlPlane") ? written : Self.ambient + "\n" + written)
    #expect(findings.contains { $0.code.slug == slug && $0.severity == .error }, "\(findings.map(\.message))")
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
    ("1.24.9", "", "unknown-release"), ("1.31.0", "", nil), ("1.23.6", "", "unsupported-version"),
    ("1.25.0", "", "unsupported-version"), ("1.27.9", "", "end-of-life"), ("1.28.0", "", "end-of-life"),
    ("1.29.10", "", "end-of-life"), ("1.23.3", "operator: {version: 0.2.0}", nil),
    ("1.23.1", "operator: {version: 0.2.0}", "operator-cannot-install"),
    ("1.30.3", "operator: {version: 1.24}", "operator-cannot-install"),
    ("1.30.3", "operator: {version: 7.0}", "unknown-release"), ("1.26.8", "operator: {version: 1.28.1}", nil),
    ("1.28.11", "operator: {version: 1.28.11}", "unknown-release"),
    ("1.30.5", "operator: {version: 1.30.5}", "unknown-release"),
    ("1.31.0", "operator: {version: 1.30.3}", "operator-cannot-install"),
  ])
  func `knows which operator installs which release`(version: String, operator: String, slug: String?) {
    let findings = Example.findings(with: "distribution: {name: sail, version: \(version), \(`operator`)}")
    #expect(Set(findings.map(\.code.slug)) == Set([slug].compactMap { $0 }))
  }

  @Test(arguments: [
    ("[{code: MG402, reason: soon}]", []), ("[{code: end-of-life, reason: soon}]", []),
    ("[{code: MG402}]", ["missing-key", "end-of-life"]), ("[{code: MG511, reason: x}]", ["end-of-life"]),
    ("[{code: MG999, reason: x}]", ["end-of-life", "unknown-code"]),
    ("[{code: MG303, reason: x}]", ["end-of-life", "error-not-silenced"]),
  ])
  func `silences warnings that somebody has a reason for`(silence: String, slugs: [String]) {
    let findings = Example.findings(with: "distribution: {name: sail, version: 1.26.8}\nsilence: \(silence)")
    #expect(Set(findings.map(\.code.slug)) == Set(slugs))
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

  @Test(arguments: Repository.compiling)
  func `says in the first lines of each file whose it is, where the format lets it`(topology: Repository.Case) throws {
    let files = try #require(compile(SourceText(name: "t", bytes: try topology.bytes)).files)
    let silent = files.files.filter { !String(decoding: $0.bytes.prefix(400), as: UTF8.self).contains(files.mark.text) }
    for file in silent {
      let path = file.path.text
      let isArgument = path.contains("/aws-private-ca/") || path.contains("/google-cas/")
      let isExpression = path.hasSuffix(".json") || path.hasSuffix(".cel")
      #expect(isArgument && isExpression || path.hasSuffix("/dns/stubDomains.json"), "\(path)")
    }
  }

  @Test func `knows the files of an earlier release by its index, if it is of the same topology`() throws {
    let digest = String(repeating: "ab", count: 32)
    let index = Array(
      """
      {"kind": "Plan", "topology": {"name": "a"}, "files": [{"path": "x/y.json", "sha256": "\(digest)"}]}
      """.utf8)
    #expect(OwnedFiles.read(index, from: "a")?.keys.map(\.text) == ["x/y.json"])
    #expect(OwnedFiles.read(index, from: nil)?.count == 1)
    #expect(OwnedFiles.read(index, from: "b") == nil)
    #expect(OwnedFiles.read(index, of: .migration, from: "a") == nil)
    #expect(OwnedFiles.read(Array(index.dropLast(3)), from: "a") == nil)
  }

  @Test func `keeps texts of a topology where the page puts them`() throws {
    let compilation = compiled(
      """
      clusters:
        - {name: a, network: network1, apiServer: "https://a", context: "x`|</code><script>"}
        - {name: b--c, network: network2, apiServer: "https://b", context: "[y](z)\\\\"}
      """)
    let file = try #require(compilation.files?.files.first { $0.path.text == "README.md" })
    let page = String(decoding: file.bytes, as: UTF8.self)
    #expect(page.contains("context ``\u{20}x`|</code><script>\u{20}``\n"), "\(page)")
    #expect(page.contains("context `[y](z)\\`\n"), "\(page)")
    #expect(page.contains("  c_b__c[\"b--c\"]\n"))
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

  /// A private key, or the password of a URL, is quoted in no finding and no rendering, wherever it stands.
  @Test(arguments: [
    "mesh: {id: \"-----BEGIN RSA PRIVATE KEY-----\\nSECRETSECRET\\n-----END RSA PRIVATE KEY-----\"}",
    "mesh:\n  id: |\n    -----BEGIN PRIVATE KEY-----\n    SECRETSECRET\n    -----END PRIVATE KEY-----",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----SECRETSECRET: [",
    "? -----BEGIN OPENSSH PRIVATE KEY----- SECRETSECRET\n: x",
    "mesh: {id: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpTRUNSRVRTRUNSRVQ=}",
    "mesh: {id: LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tClNFQ1JFVFNFQ1JFVAo=}",
    "gitops: {flux: {repository: 'https://me:SECRETSECRET@git.example.com/mesh.git'}}",
    "# https://me:SECRETSECRET@api.example.com:6443",
  ])
  func `quotes no private key and no password`(written: String) {
    let compilation = compiled(written)
    #expect(compilation.findings.contains { $0.code.slug == "key-material" })
    for format in FindingFormat.allCases {
      let shown = format.render(compilation.findings, of: compilation.source)
      #expect(!shown.contains("SECRETSECRET") && !shown.contains("LS0tLS1CRUdJTiB"))
    }
  }

  @Test(arguments: [
    "-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----", "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t",
    "https://api.example.com:6443", "ssh://git@git.example.com/mesh.git", "https://[2001:db8::1]:6443/a@b",
  ])
  func `takes no certificate for a private key, and no address for a password`(text: String) {
    #expect(!compiled("# \(text)").findings.contains { $0.code.slug == "key-material" })
  }
}
