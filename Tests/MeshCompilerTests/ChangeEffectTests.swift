import Diagnostics
import Foundation
import MeshChange
import MeshCompiler
import Testing
import YAMLReading
import YAMLWriting

/// A topology of a golden, what becomes of its text, and what that does to the mesh.
struct TopologyEdit: Sendable, CustomTestStringConvertible {
  let topology: String
  let effect: Effect
  let replacements: [(of: String, by: String)]

  init(_ topology: String, _ effect: Effect, _ replacements: [(of: String, by: String)]) {
    self.topology = topology
    self.effect = effect
    self.replacements = replacements
  }

  var testDescription: String { "\(topology) \(effect.rawValue) \(replacements.map(\.by))" }

  func texts() throws -> (before: String, after: String) {
    let file = Repository.root.appending(path: "topologies/\(topology).yaml")
    let before = try String(contentsOf: file, encoding: .utf8)
    let after = replacements.reduce(before) { text, edit in
      #expect(text.contains(edit.of), "nothing to replace: \(edit.of)")
      return text.replacingOccurrences(of: edit.of, with: edit.by)
    }
    return (before, after)
  }
}

/// What a careful reviewer would say of a change, over all dialects.
struct ChangeEffectTests {
  @Test(arguments: edits)
  func `names the effect of a change`(edit: TopologyEdit) throws {
    let (before, after) = try edit.texts()
    let change = MeshChange(from: try .topology(before), to: try .topology(after))
    #expect(change.effect == edit.effect, "\(change.told)")
  }

  @Test(arguments: Repository.compiling)
  func `says nothing of another order`(topology: Repository.Case) throws {
    let source = SourceText(name: "topology.yaml", bytes: try topology.bytes)
    var log = FindingLog()
    let root = try #require(readYAML(source, into: &log))
    let before = try #require(MeshState(compile(source)))
    let change = MeshChange(from: before, to: try .topology(root.reversed(at: "").yaml))
    #expect(change.isEmpty, "\(change.told)")
  }

  @Test(arguments: edits.filter { $0.effect == .none })
  func `has no step for what only people notice`(edit: TopologyEdit) throws {
    let (before, after) = try edit.texts()
    #expect(MeshChange(from: try .topology(before), to: try .topology(after)).steps.isEmpty)
  }
}

extension Node {
  /// The document with all keys, and the lists that have no order, turned around.
  fileprivate func reversed(at path: String) -> YAMLValue {
    switch self {
    case .mapping(let mapping):
      return .mapping(
        mapping.entries.reversed().map { .init($0.key.text, $0.value.reversed(at: "\(path).\($0.key.text)")) })
    case .sequence(let sequence):
      let items = sequence.items.map { $0.reversed(at: path) }
      let isUnordered = [
        ".clusters", ".networks", ".namespaces", ".meshes", ".exports", ".imports", ".peers", ".silence", ".services",
      ].contains(path)
      return .sequence(isUnordered ? items.reversed() : items)
    case .scalar(let scalar):
      if isNull { return .null }
      guard scalar.isPlain else { return .string(scalar.text) }
      if let switched = Bool(scalar.text) { return .boolean(switched) }
      return scalar.text.wholeMatch(of: /[0-9]+(\.[0-9]+)?/) == nil ? .string(scalar.text) : .decimal(scalar.text)
    }
  }
}

private let edits: [TopologyEdit] = [
  .init("sail/multi-primary-multi-network", .none, [("# Two OpenShift", "# Zwei OpenShift")]),
  .init(
    "sail/multi-primary-multi-network", .none,
    [("  - name: network1\n  - name: network2", "  - name: network2\n  - name: network1")]),
  .init(
    "sail/multi-primary-multi-network", .none,
    [("networks:\n  - name: network1\n  - name: network2", "networks: [network1, network2]")]),
  .init("sail/multi-primary-multi-network", .none, [("tools: [cert-manager, cfssl, certtool]", "tools: [cfssl]")]),
  .init(
    "sail/multi-primary-multi-network", .none,
    [("mode: multi-primary", "mode: multi-primary\n  dataPlane: sidecar\n  updateStrategy: InPlace")]),
  .init(
    "sail/multi-primary-multi-network", .none,
    [("mesh:\n  id: mesh1", "mesh:\n  id: mesh1\n  trustDomain: cluster.local")]),
  .init(
    "sail/multi-primary-multi-network", .none,
    [("certificateAuthority:\n", "remoteAccess: {delivery: manual}\ncertificateAuthority:\n  delivery: manual\n")]),
  .init(
    "sail/multi-primary-multi-network", .safe,
    [("verification:\n  namespace: sample", "verification:\n  namespace: trial")]),
  .init("sail/multi-primary-multi-network", .rolling, [("1.24.1", "1.24.2")]),
  .init("sail/multi-primary-multi-network", .rolling, [("1.24.1", "1.25.3")]),
  .init("sail/multi-primary-multi-network", .dangerous, [("1.24.1", "1.26.2")]),
  .init("sail/multi-primary-multi-network", .dangerous, [("id: mesh1", "id: mesh2")]),
  .init("sail/multi-primary-multi-network", .dangerous, [("mesh:\n  id: mesh1\n", "mesh: {}\n")]),
  .init("sail/multi-primary-multi-network", .dangerous, [("cluster2", "west")]),
  .init("sail/multi-primary-multi-network", .dangerous, [("commonName: Root CA", "commonName: Other CA")]),
  .init(
    "sail/multi-primary-multi-network", .disruptive,
    [("network: network2\n    apiServer: https://api.west", "network: network2\n    apiServer: https://api2.west")]),
  .init(
    "sail/multi-primary-multi-network", .safe,
    [("certificateAuthority:\n", "namespaces: [shop]\ncertificateAuthority:\n")]),
  .init("sail/multi-primary-multi-network", .disruptive, [("mesh:\n", "mesh:\n  mutualTLS: STRICT\n")]),
  .init("sail/primary-remote-tags", .dangerous, [("mutualTLS: STRICT", "mutualTLS: PERMISSIVE")]),
  .init("sail/primary-remote-tags", .dangerous, [("mesh: {mutualTLS: STRICT}", "mesh: {}")]),
  .init(
    "sail/primary-remote-tags", .disruptive,
    [("[stable, next]", "[stable]"), ("trial, revision: next", "trial, revision: stable")]),
  .init("sail/primary-remote-tags", .rolling, [("trial, revision: next", "trial, revision: stable")]),
  .init("sail/primary-remote-tags", .disruptive, [("  - {name: trial, revision: next}\n", "")]),
  .init("sail/primary-remote-tags", .rolling, [("revision: blue", "revision: green")]),
  .init(
    "sail/gateways", .dangerous,
    [("loadBalancerSourceRanges: [198.51.100.0/24]", "loadBalancerSourceRanges: [198.51.100.0/24, 0.0.0.0/0]")]),
  .init("sail/gateways", .dangerous, [("        loadBalancerSourceRanges: [198.51.100.0/24]\n", "")]),
  .init(
    "sail/gateways", .disruptive,
    [("loadBalancerSourceRanges: [198.51.100.0/24]", "loadBalancerSourceRanges: [198.51.100.0/25]")]),
  .init("sail/gateways", .safe, [("replicas: 3\n", "replicas: 4\n")]),
  .init(
    "sail/gateways", .disruptive,
    [
      (
        #"service: {type: ClusterIP, externalIPs: ["2001:db8::10"]}"#,
        #"service: {type: ClusterIP, externalIPs: ["2001:db8::11"]}"#
      )
    ]),
  .init("sail/gateways", .disruptive, [("minReplicas: 3", "minReplicas: 1")]),
  .init("sail/gateways", .rolling, [("cpu: 500m", "cpu: 600m")]),
  .init("sail/gateways", .disruptive, [("tls: 30443", "tls: 30444")]),
  .init(
    "sail/gateways", .dangerous,
    [
      (
        "type: NodePort\n        nodePorts: {status-port: 30021, tls: 30443}\n        nodeSelector: {node-role.kubernetes.io/edge: \"\"}",
        "type: LoadBalancer"
      )
    ]),
  .init("sail/values-and-patches", .safe, [("accessLogFile: /dev/stdout", "accessLogFile: /dev/stderr")]),
  .init("sail/values-and-patches", .rolling, [("traceSampling: 0.5", "traceSampling: 5")]),
  .init(
    "sail/values-and-patches", .rolling, [("priorityClassName: system-cluster-critical", "priorityClassName: other")]),
  .init("sail/values-and-patches", .safe, [("example.com/owner: platform", "example.com/owner: network")]),
  .init(
    "sail/values-and-patches", .disruptive, [(#"PILOT_ENABLE_ANALYSIS: "true""#, #"PILOT_ENABLE_ANALYSIS: "false""#)]),
  .init("sail/values-and-patches", .rolling, [("hub: registry.example.com/istio", "hub: other.example.com/istio")]),
  .init("sail/values-and-patches", .safe, [("maxReplicas: 9", "maxReplicas: 8")]),
  .init("sail/rotation", .rolling, [("rotation: {state: 1}", "rotation: {state: 2}")]),
  .init(
    "sail/rotation", .dangerous,
    [
      ("certificateAuthority: {rotation: {state: 2}}", "certificateAuthority: {rotation: {state: 1}}"),
      ("  rotation: {state: 1}\n  tools", "  rotation: {state: 3}\n  tools"),
      ("certificateAuthority: {rotation: {state: 1}}", "certificateAuthority: {rotation: {state: 3}}"),
    ]),
  .init("helm/primary-remote", .rolling, [("1.30.3", "1.30.2")]),
  .init("helm/primary-remote", .dangerous, [("1.30.3", "1.29.4")]),
  .init("helm/primary-remote", .rolling, [("1.30.3", "1.30.4")]),
  .init(
    "helm/primary-remote", .disruptive,
    [
      ("name: core-2, network: core", "name: core-2, network: edge"),
      (
        #"core-2.example.com:6443", pods: [10.2.0.0/16]"#,
        #"core-2.example.com:6443", pods: [10.2.0.0/16], gateway: {address: 198.51.100.11}"#
      ),
    ]),
  .init("helm/primary-remote", .dangerous, [("edge", "rim")]),
  .init("helm/primary-remote", .disruptive, [("192.0.2.10", "192.0.2.11")]),
  .init(
    "helm/primary-remote", .none,
    [("core-2, network: core, role: remote", "core-2, network: core, role: remote, primary: hub")]),
  .init("helm/primary-remote", .dangerous, [("  - {name: core-2", "  #- {name: core-2")]),
  .init("federation/partial-graph", .dangerous, [("version: 2.6", "version: 2.5")]),
  .init(
    "federation/partial-graph", .dangerous,
    [("{name: west, cluster: west, members", "{name: west, cluster: west, trustDomain: w.example.com, members")]),
  .init(
    "federation/partial-graph", .disruptive,
    [("  - {into: south, from: hub, services: [{name: products, namespace: catalog}]}\n", "")]),
  .init(
    "federation/partial-graph", .disruptive,
    [
      ("  - [north, east]\n", ""), ("  - {from: north, to: [east], services: [{name: orders, namespace: shop}]}\n", ""),
      ("  - {into: east, from: north, services: [{name: orders, namespace: shop, as: {name: north-orders}}]}\n", ""),
    ]),
  .init("federation/partial-graph", .safe, [("members: [catalog]", "members: [catalog, extra]")]),
  .init(
    "federation/partial-graph", .dangerous,
    [("members: [catalog]", "members: [catalogs]"), ("namespace: catalog}", "namespace: catalogs}")]),
  .init(
    "federation/partial-graph", .safe,
    [("exports:\n", "exports:\n  - {from: south, to: [hub], services: [{name: a, namespace: shop}]}\n")]),
  .init(
    "federation/partial-graph", .dangerous,
    [("exports:\n", "exports:\n  - {from: south, services: [{name: \"*\", namespace: shop}]}\n")]),
  .init("shared/vpn", .dangerous, [("mutualTLS: true", "mutualTLS: false")]),
  .init("shared/vpn", .disruptive, [("pilot: 10.10.1.10", "pilot: 10.10.1.20")]),
  .init("shared/vpn", .disruptive, [("replicateTo: [main, remote2]", "replicateTo: [main]")]),
  .init(
    "shared/vpn", .disruptive,
    [("injection: {automatic: true, namespaces: [default]}", "injection: {automatic: false}")]),
  .init("replicated/four-clusters", .safe, [("weight: 95", "weight: 50"), ("weight: 5}", "weight: 50}")]),
  .init("replicated/four-clusters", .disruptive, [("address: 240.0.7.1", "address: 240.0.7.2")]),
  .init("replicated/four-clusters", .safe, [("importedBy: [aws-1, metal-1]", "importedBy: [aws-1, metal-1, gcp-1]")]),
  .init("replicated/four-clusters", .dangerous, [("trustDomain: retail.example.com", "trustDomain: shop.example.com")]),
  .init("replicated/four-clusters", .disruptive, [("address: gw.aws-1.example.com", "address: gw2.aws-1.example.com")]),
  .init("replicated/four-clusters", .rolling, [("1.7.8", "1.7.7")]),
  .init(
    "cloud-service-mesh/mesh-ca", .dangerous, [("certificateAuthority: mesh-ca", "certificateAuthority: istio-ca")]),
  .init("cloud-service-mesh/mesh-ca", .rolling, [("1.22.8-asm.4", "1.22.8-asm.3")]),
  .init("cloud-service-mesh/mesh-ca", .dangerous, [("projectNumber: 123456789012", "projectNumber: 123456789013")]),
  .init("cloud-service-mesh/mesh-ca", .safe, [("replicas: 3", "replicas: 4")]),
  .init("multi-mesh/two-meshes", .safe, [("accessLogFile: /dev/stdout", "accessLogFile: /dev/stderr")]),
  .init("multi-mesh/two-meshes", .dangerous, [("trustDomain: west.example.com", "trustDomain: w.example.com")]),
  .init(
    "multi-mesh/two-meshes", .dangerous,
    [("RWFzdCdzIHJvb3QgY2VydGlmaWNhdGUgc3RhbmRzIGhlcmUu", "V2VzdCdzIHJvb3QgY2VydGlmaWNhdGUgc3RhbmRzIGhlcmUv")]),
  .init(
    "multi-mesh/two-meshes", .disruptive,
    [("{name: httpbin, namespace: b, asLocal: true}", "{name: httpbin, namespace: b}")]),
  .init("sail/external", .dangerous, [("namespace: external-istiod", "namespace: other-istiod")]),
  .init("sail/external", .disruptive, [("istiod.mesh.example.com", "istiod2.mesh.example.com")]),
  .init("sail/ambient", .dangerous, [("dataPlane: ambient", "dataPlane: sidecar")]),
  .init("sail/ambient", .rolling, [("1.30.3", "1.30.4")]),
  .init("sail/multi-primary-cert-manager", .disruptive, [("kind: ClusterIssuer", "kind: Issuer")]),
  .init(
    "sail/multi-primary-multi-network", .safe,
    [
      (
        "certificateAuthority:\n",
        "  - name: cluster3\n    network: network2\n    platform: openshift\n    apiServer: https://api.three.example.com:6443\n\ncertificateAuthority:\n"
      )
    ]),
  .init(
    "sail/multi-primary-multi-network", .safe,
    [
      ("  - name: network2\n\n", "  - name: network2\n  - name: network3\n\n"),
      (
        "certificateAuthority:\n",
        "  - name: cluster3\n    network: network3\n    platform: openshift\n    apiServer: https://api.three.example.com:6443\n\ncertificateAuthority:\n"
      ),
    ]),
  .init(
    "helm/primary-remote", .safe,
    [
      (
        "  - {name: edge-1",
        "  - {name: core-3, network: core, role: remote, apiServer: \"https://api.core-3.example.com:6443\", pods: [10.3.0.0/16], services: [10.103.0.0/16]}\n  - {name: edge-1"
      )
    ]),
  .init(
    "federation/partial-graph", .safe,
    [
      ("peers:\n", "peers:\n  - [hub, extra]\n"),
      ("clusters:\n", "clusters:\n  - {name: extra, platform: openshift}\n"),
      (
        "meshes:\n",
        "meshes:\n  - {name: extra, cluster: extra, members: [shop], ingress: {domain: apps.extra.example.com}}\n"
      ),
    ]),
  .init(
    "replicated/four-clusters", .safe,
    [
      (
        "  - name: metal-1\n",
        "  - name: gcp-3\n    network: gcp\n    platform: gke\n    pods: [10.4.0.0/14]\n    services: [10.8.0.0/20]\n    gateway: {address: 203.0.113.40}\n  - name: metal-1\n"
      )
    ]),
  .init(
    "shared/vpn", .safe,
    [
      (
        "  - name: remote2\n",
        "  - name: remote3\n    role: remote\n    primary: main\n    network: vpn\n    apiServer: https://10.40.0.1:6443\n    pods: [10.40.0.0/16]\n    services: [10.41.0.0/16]\n  - name: remote2\n"
      )
    ]),
  .init(
    "cloud-service-mesh/mesh-ca", .safe,
    [
      (
        "  - name: metal\n",
        "  - name: metal2\n    network: hall-2\n    platform: gdc-bare-metal\n    apiServer: https://api.metal2.example.com:6443\n  - name: metal\n"
      )
    ]),
  .init(
    "sail/defaults", .dangerous, [("aws-load-balancer-scheme: internal", "aws-load-balancer-scheme: internet-facing")]),
  .init("sail/three-tiers", .rolling, [("issuer: issuing-us", "issuer: issuing-eu")]),
  .init("helm/mirror", .rolling, [("charts: oci://registry.example.com", "charts: oci://other.example.com")]),
  .init("helm/vendor", .rolling, [("1.25.3+tetrate3", "1.25.3+tetrate4")]),
  .init("sail/primary-remote-token-secret", .disruptive, [("delivery: tokenSecret", "delivery: manual")]),
  .init("sail/own-domains", .dangerous, [("clusterDomain: k8s.example.com", "clusterDomain: k.example.com")]),
  .init("sail/own-domains", .disruptive, [("except: [monitoring, payments.shop]", "except: [monitoring]")]),
  .init(
    "multi-mesh/two-meshes", .dangerous,
    [("namespace: istio-system\n    members: [client", "namespace: mesh-system\n    members: [client")]),
  .init("multi-mesh/two-meshes", .safe, [("members: [client, shop]", "members: [client, shop, more]")]),
  .init("federation/own-roots", .dangerous, [("self-signed", "plugged-in")]),
  .init("sail/external-data-clusters", .rolling, [("1.30.3", "1.30.4")]),
  .init("sail/primary-remote-revisions", .rolling, [("1.29.6", "1.29.7")]),
  .init("sail/primary-remote-revisions", .rolling, [("1.29.6", "1.30.3")]),
  .init("sail/primary-remote-revisions", .dangerous, [("1.29.6", "1.28.4")]),
  .init("helm/primary-remote-revisions", .rolling, [("1.28.10", "1.29.4")]),
  .init("helm/primary-remote-revisions", .dangerous, [("1.28.10", "1.30.3")]),
  .init("sail/mirror", .rolling, [("registry.example.com:5000/istio", "registry.example.com:5000/istio2")]),
  .init("shared/gateway", .rolling, [("1.2.10", "1.2.9")]),
  .init("shared/gateway", .rolling, [("1.2.10", "1.3.8")]),
  .init("replicated/first-release", .rolling, [("1.1.17", "1.2.10")]),
  .init("helm/mirror", .rolling, [("1.31.3", "1.31.2")]),
  .init("cloud-service-mesh/mesh-ca", .rolling, [("1.22.8-asm.4", "1.23.5-asm.1")]),
  .init("federation/two-meshes", .rolling, [("2.4", "2.5")]),
  .init("sail/multi-primary-exec", .disruptive, [("command: ", "command: x")]),
  .init("sail/deliveries", .disruptive, [("delivery: manual", "delivery: {sops: {reason: x}}")]),
  .init(
    "sail/multi-primary-multi-network", .disruptive,
    [
      (
        "certificateAuthority:\n",
        "certificateAuthority:\n  delivery: {externalSecrets: {store: {kind: ClusterSecretStore, name: v}, pathPrefix: m}}\n"
      )
    ]),
  .init(
    "sail/multi-primary-multi-network", .disruptive,
    [("platform: openshift\n    network: network2", "platform: eks\n    network: network2")]),
  .init(
    "sail/multi-primary-multi-network", .dangerous,
    [("name: sail\n  version: 1.24.1", "name: istio\n  version: 1.24.1")]),
  .init(
    "sail/multi-primary-multi-network", .safe,
    [
      (
        "certificateAuthority:\n",
        "patches: [{target: {kind: Service, name: istio-eastwestgateway}, merge: {metadata: {annotations: {a.example.com/b: c}}}}]\ncertificateAuthority:\n"
      )
    ]),
  .init(
    "sail/multi-primary-multi-network", .none,
    [("certificateAuthority:\n", "silence: [{code: MG512, reason: x}]\ncertificateAuthority:\n")]),
  .init("sail/multi-primary-multi-network", .safe, [("context: west-admin", "context: west-admin2")]),
  .init(
    "sail/multi-primary-multi-network", .rolling,
    [("certificateAuthority:\n", "values: {global: {proxy: {logLevel: debug}}}\ncertificateAuthority:\n")]),
  .init(
    "sail/multi-primary-multi-network", .disruptive,
    [
      (
        "certificateAuthority:\n",
        "values: {meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}}\ncertificateAuthority:\n"
      )
    ]),
  .init(
    "sail/multi-primary-multi-network", .safe,
    [
      (
        "certificateAuthority:\n",
        "values: {meshConfig: {trustDomainAliases: [b.example.com]}}\ncertificateAuthority:\n"
      )
    ]),
  .init(
    "sail/multi-primary-multi-network", .safe,
    [
      (
        "certificateAuthority:\n",
        "gitops: {argoCD: {repository: https://g.example.com/x.git}}\ncertificateAuthority:\n"
      )
    ]),
  .init("sail/multi-primary-multi-network", .disruptive, [("mesh:\n", "mesh:\n  networkPolicies: true\n")]),
  .init(
    "sail/multi-primary-multi-network", .dangerous,
    [("name: east-west", "name: east-west2"), ("mesh:\n  id: mesh1\n", "")]),
  .init("federation/maistra-federation", .dangerous, [("version: 2.6", "version: 2.4")]),
  .init("sail/trust-bundle", .disruptive, [("    name: ", "    name: x")]),
]
