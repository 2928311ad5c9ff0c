import Diagnostics
import FileTrees
import MeshCompiler
import MeshNames
import Planning
import Testing

/// A control plane that runs in a cluster that has no part in the mesh.
struct ExternalControlPlaneTests {
  private func compiled(
    _ controlPlane: String = "mode: external", gateway: String = "", binding: [String: String] = [:]
  ) -> Compilation {
    let written = """
      controlPlane: {\(controlPlane)}
      networks: [{name: n1}]
      clusters:
        - {name: work, role: config, apiServer: "https://work"}
        - {name: host, role: external, apiServer: "https://host"\(gateway)}
      """
    return compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: written)), binding: binding)
  }

  private func text(of path: String, in compilation: Compilation) throws -> String {
    let file = try #require(compilation.files?.files.first { $0.path.text == path }, "\(path)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test(arguments: [("mode: external", "external-istiod"), ("mode: external, namespace: shop", "shop")])
  func `derives every name from that of the namespace`(controlPlane: String, name: String) throws {
    let compilation = compiled(controlPlane, gateway: ", gateway: {address: 192.0.2.1}")
    let istio = try text(of: "clusters/host/80-traffic/istio-\(name).yaml", in: compilation)
    for line in [
      "namespace: \(name)", "istioNamespace: \(name)", "rootNamespace: \(name)", "name: istio-\(name)",
      "name: istio-sidecar-injector-\(name)", "INJECTION_WEBHOOK_CONFIG_NAME: istio-sidecar-injector-\(name)-\(name)",
      "VALIDATION_WEBHOOK_CONFIG_NAME: istio-validator-\(name)-\(name)", "CLUSTER_ID: work", "clusterName: work",
    ] {
      #expect(istio.contains("\(line)\n"), "\(line)")
    }
    let routes = try text(of: "clusters/host/60-exposure/virtualservice-\(name)-vs.yaml", in: compilation)
    #expect(routes.contains("host: istiod-\(name).\(name).svc.cluster.local\n"))
    let token = "secret-istiod-\(name)-istio-remote-secret-token.yaml"
    #expect(try text(of: "clusters/work/70-discovery/\(token)", in: compilation).contains(": istiod-\(name)\n"))
    #expect(try text(of: "verify/work/00-namespace-sample.yaml", in: compilation).contains("istio.io/rev: \(name)\n"))
  }

  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1:15012", [15017]), ("gw.example.com", "gw.example.com:15012", [443]),
    ("\"2001:db8::1\"", "[2001:db8::1]:15012", [15017]),
  ])
  func `gives the address in both forms, and listens where the webhook is called`(
    address: String, authority: String, ports: [Int]
  ) throws {
    let compilation = compiled(gateway: ", gateway: {address: \(address)}")
    let bare = address.filter { $0 != "\"" }
    let remote = try text(of: "clusters/work/40-control-plane/istio-external-istiod.yaml", in: compilation)
    #expect(remote.contains("remotePilotAddress: \(bare)\n"))
    let istio = try text(of: "clusters/host/80-traffic/istio-external-istiod.yaml", in: compilation)
    for key in ["discoveryAddress", "caAddress"] {
      #expect(istio.contains("\(key): \(authority)\n") || istio.contains("\(key): \"\(authority)\"\n"))
    }
    #expect(istio.contains("ISTIOD_CUSTOM_HOST: \(bare)\n"))
    let service = try text(of: "clusters/host/50-gateways/service-istio-ingressgateway.yaml", in: compilation)
    for port in [443, 15017] { #expect(service.contains("port: \(port)\n") == ports.contains(port)) }
    #expect(compilation.findings.map(\.code.slug) == (ports == [443] ? ["named-control-plane"] : []))
  }

  @Test func `names an address that is not known yet, and fills it in`() throws {
    let open = compiled()
    #expect(open.findings.map(\.code.slug) == ["unbound-value"])
    let plan = try #require(open.plan)
    #expect(planProblems(plan) == [])
    #expect(plan.bindings.map(\.name) == ["HOST_GATEWAY_ADDRESS"])
    #expect(plan.bindings.map(\.step.description) == ["host/50-gateways"])
    #expect(
      plan.steps.filter { $0.uses == ["HOST_GATEWAY_ADDRESS"] }.map(\.id.description) == [
        "work/40-control-plane", "host/80-traffic",
      ])
    let bound = compiled(binding: ["HOST_GATEWAY_ADDRESS": "2001:db8::2"])
    #expect(bound.findings.isEmpty)
    let istio = try text(of: "clusters/host/80-traffic/istio-external-istiod.yaml", in: bound)
    #expect(istio.contains("[2001:db8::2]:15012") && istio.contains("ISTIOD_CUSTOM_HOST: 2001:db8::2\n"))
  }

  /// The circle is broken at the account: nobody waits for the mesh's cluster before its control plane runs.
  @Test func `joins the clusters in the one order that there is`() throws {
    let plan = try #require(compiled(gateway: ", gateway: {address: 192.0.2.1}").plan)
    #expect(planProblems(plan) == [])
    #expect(plan.certificates.isEmpty)
    #expect(
      plan.steps.map(\.id.description).suffix(8) == [
        "host/40-control-plane/host", "host/50-gateways", "host/60-exposure", "work/40-control-plane",
        "work/70-discovery", "host/70-discovery/kubeconfig", "host/80-traffic", "work/80-traffic/ready",
      ])
    let remote = try #require(plan.steps.first { $0.id.description == "work/40-control-plane" })
    #expect(!remote.gates.flatMap(\.command.words).contains("istios.sailoperator.io/external-istiod"))
    #expect(plan.verifications.map(\.cluster.description) == ["work"])
  }

  @Test func `hands the kubeconfig over without writing it down`() throws {
    let plan = try #require(compiled(gateway: ", gateway: {address: 192.0.2.1}").plan)
    let step = try #require(plan.steps.first { $0.id.description == "host/70-discovery/kubeconfig" })
    guard case .run(let commands) = step.action else { return #expect(Bool(false), "it runs a command") }
    let script = commands.map { $0.words[2] }.joined()
    for word in ["--type=config", "--context=work", "--service-account=istiod-external-istiod", "--name=work"] {
      #expect(script.contains(" \(word) "))
    }
    #expect(script.hasSuffix("--create-service-account=false | kubectl --context host apply -f -"))
  }

  /// The control planes go before their namespaces, and nothing of the other cluster is left in either.
  @Test func `takes things down before what they use`() throws {
    let plan = try #require(compiled().plan)
    let objects = plan.removal.flatMap { act in
      act.commands.compactMap { command in
        command.words.first { $0.hasPrefix("istio") && $0.contains("/") }.map { "\(act.cluster) \($0)" }
      }
    }
    #expect(
      objects == [
        "work istios.sailoperator.io/external-istiod", "host istios.sailoperator.io/external-istiod",
        "host istios.sailoperator.io/default", "work istiocnis.sailoperator.io/default",
        "host istiocnis.sailoperator.io/default",
      ])
  }

  @Test(arguments: [
    ("role: external", "role: config", []),
    ("role: external", "role: primary", ["role-not-of-mode", "external-clusters"]),
    ("role: external", "role: remote", ["external-clusters"]),
    ("role: external", "role: remote, primary: a", ["external-clusters", "misplaced-primary"]),
    ("role: config", "role: config", ["external-clusters", "external-clusters"]),
    ("role: external", "role: external", ["external-clusters", "external-clusters"]),
    ("role: external", "location: x", ["no-role"]),
    ("role: external", "role: config, primary: a", ["misplaced-primary"]),
    ("role: external", "role: config, gateway: {address: 192.0.2.2}", ["misplaced-gateway"]),
  ])
  func `wants one host and one cluster of configuration`(host: String, other: String, slugs: [String]) {
    let findings = Example.findings(
      with: """
        controlPlane: {mode: external}
        clusters:
          - {name: a, network: network1, \(host), apiServer: "https://a", gateway: {address: 192.0.2.1}}
          - {name: b, network: network2, \(other), apiServer: "https://b"}
        """)
    let accepted = host == "role: config" ? ["misplaced-gateway"] : []
    #expect(findings.map(\.code.slug).sorted() == (slugs + accepted).sorted())
  }

  @Test func `takes further clusters into the mesh, with remote secrets where the control plane runs`() throws {
    let written = """
      controlPlane: {mode: external}
      networks: [{name: n1}]
      clusters:
        - {name: host, role: external, apiServer: "https://host", gateway: {address: 192.0.2.1}}
        - {name: work, role: config, apiServer: "https://work"}
        - {name: more, role: remote, apiServer: "https://more"}
      namespaces: [{name: shop}]
      """
    let compilation = compile(SourceText(name: "t", bytes: Example.topology(with: written)))
    let plan = try #require(compilation.plan)
    #expect(planProblems(plan) == [])
    let secret = try #require(plan.steps.first { $0.id.description == "more/70-discovery/remote-secret" })
    guard case .run(let commands) = secret.action else { return #expect(Bool(false)) }
    #expect(commands.count == 1 && commands[0].words[2].hasPrefix("context=host\n"))
    let namespace = try text(of: "clusters/more/10-namespaces/namespace-external-istiod.yaml", in: compilation)
    #expect(namespace.contains("topology.istio.io/controlPlaneClusters: work\n"))
    let istio = try text(of: "clusters/more/40-control-plane/istio-external-istiod.yaml", in: compilation)
    #expect(istio.contains("/inject/cluster/more/net/n1\n") && !istio.contains("configCluster"))
    #expect(
      try text(of: "clusters/more/80-traffic/namespace-shop.yaml", in: compilation).contains("rev: external-istiod\n"))
    #expect(plan.verifications.map(\.cluster.description) == ["work", "more"])
  }

  @Test(arguments: [
    ("istio-system", "shared-namespace"), ("default", "shared-namespace"), ("istio-cni", "shared-namespace"),
    (String(repeating: "x", count: 47), "invalid-value"), (String(repeating: "x", count: 46), nil),
  ])
  func `has a namespace of its own, with a name that others can be made of`(namespace: String, slug: String?) {
    let compilation = compiled("mode: external, namespace: \(namespace)", gateway: ", gateway: {address: 192.0.2.1}")
    #expect(compilation.findings.map(\.code.slug) == [slug].compactMap { $0 })
  }

  @Test(arguments: [
    "certificateAuthority: {profile: strict}", "verification: {namespace: external-istiod}",
    "remoteAccess: {delivery: tokenSecret}",
  ])
  func `refuses what it would ignore`(written: String) {
    let findings = Example.findings(
      with: """
        controlPlane: {mode: external}
        \(written)
        clusters:
          - {name: a, network: network1, role: external, apiServer: "https://a", gateway: {address: 192.0.2.1}}
          - {name: b, network: network2, role: config, apiServer: "https://b"}
        """)
    #expect(findings.count == 1 && findings.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    ("updateStrategy: RevisionBased", "not-supported-yet"), ("dataPlane: ambient", "ambient-unsupported"),
  ])
  func `refuses what belongs to other modes`(setting: String, slug: String) {
    let compilation = compiled("mode: external, \(setting)", gateway: ", gateway: {address: 192.0.2.1}")
    #expect(Set(compilation.findings.filter { $0.severity == .error }.map(\.code.slug)) == [slug])
  }
}
