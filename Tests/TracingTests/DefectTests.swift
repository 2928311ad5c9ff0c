import AppliedMesh
import Foundation
import Testing
import Tracing

/// Outputs with one defect each, as people have made them by hand, and what comes of it.
struct DefectTests {
  /// The files of a golden, in one of which a text takes another's place.
  private static func files(_ golden: String, _ file: String, _ old: String, _ new: String) throws -> [AppliedFile] {
    var isFound = false
    let files = try Meshes.files(of: golden).map { each -> AppliedFile in
      guard each.path.contains(file) else { return each }
      let text = String(decoding: each.bytes, as: UTF8.self)
      let changed = text.replacing(old, with: new)
      if changed != text { isFound = true }
      return AppliedFile(path: each.path, bytes: Array(changed.utf8))
    }
    #expect(isFound, "\(golden) has no \(old) in \(file)")
    return files
  }

  private static let two = "sail/multi-primary-multi-network"
  private static let remote = "sail/primary-remote-multi-network"

  @Test(arguments: [
    (two, "cluster2/50-gateways/service", "topology.istio.io/network: network2", "a: b", "no-gateway"),
    (two, "cluster2/50-gateways/service", "port: 15443", "port: 443", "no-gateway"),
    (two, "cluster2/50-gateways/service", "type: LoadBalancer", "type: ClusterIP", "no-gateway"),
    (two, "cluster2/50-gateways/service", "istio: eastwestgateway", "istio: other", "gateway-unreachable"),
    (
      two, "cluster2/50-gateways/deployment", "sidecar.istio.io/inject: \"true\"", "sidecar.istio.io/inject: \"false\"",
      "gateway-unreachable"
    ),
    (two, "cluster2/50-gateways/deployment", "value: network2", "value: network1", "gateway-refuses"),
    (two, "cluster2/60-exposure/gateway", "\"*.local\"", "\"*.example.com\"", "gateway-refuses"),
    (two, "cluster2/60-exposure/gateway", "AUTO_PASSTHROUGH", "PASSTHROUGH", "gateway-unreachable"),
    (two, "cluster2/60-exposure/gateway", "number: 15443", "number: 8443", "gateway-unreachable"),
    (two, "cluster2/10-namespaces/namespace-istio-system", "network: network2", "network: network1", "reaches-direct"),
    (two, "cluster2/10-namespaces/namespace-istio-system", "network: network2", "network: network3", "no-gateway"),
    (two, "cluster2/plan.json", "--name=cluster2 ", "--name=other ", "no-endpoint"),
    (
      two, "cluster1/40-control-plane/istio-default", "global:", "meshConfig: {enableAutoMtls: false}\n    global:",
      "no-endpoint"
    ),
    (
      two, "cluster1/40-control-plane/istio-default", "global:", "meshConfig: {trustDomain: other}\n    global:",
      "identity-refused"
    ),
    (
      two, "cluster1/40-control-plane/istio-default", "global:",
      "meshConfig: {discoverySelectors: [{matchLabels: {a: b}}]}\n    global:", "not-visible"
    ),
    (
      two, "cluster1/40-control-plane/istio-default", "global:",
      "meshConfig: {serviceSettings: [{settings: {clusterLocal: true}, hosts: [\"*\"]}]}\n    global:", "no-endpoint"
    ),
    (
      two, "cluster1/40-control-plane/istio-default", "global:",
      "meshConfig: {defaultServiceExportTo: [other]}\n    global:", "not-visible"
    ),
    (
      two, "cluster2/40-control-plane/istio-default", "global:",
      "meshConfig: {defaultServiceExportTo: [\".\"]}\n    global:", "gateway-refuses"
    ),
    (
      two, "cluster2/40-control-plane/istio-default", "global:", "global:\n      proxy: {clusterDomain: other.local}",
      "gateway-refuses"
    ),
    (
      remote, "cluster2/10-namespaces/namespace-istio-system", "controlPlaneClusters: cluster1",
      "controlPlaneClusters: other", "control-plane-missing"
    ),
    (
      remote, "cluster2/40-control-plane/istio-default", "remotePilotAddress: 192.0.2.10", "remotePilotAddress: \"\"",
      "control-plane-missing"
    ),
    (
      remote, "cluster2/40-control-plane/istio-default", "/inject/cluster/cluster2", "/inject/cluster/other",
      "control-plane-missing"
    ),
    (remote, "cluster1/60-exposure/gateway-istiod", "number: 15012", "number: 15013", "control-plane-missing"),
    (remote, "cluster1/60-exposure/virtualservice", "host: istiod.", "host: other.", "control-plane-missing"),
    ("sail/ambient", "cluster2/50-gateways/gateway", "istio-east-west", "istio", "no-gateway"),
    ("sail/ambient", "cluster2/50-gateways/gateway", "mode: Terminate", "mode: Passthrough", "no-gateway"),
    (
      "sail/ambient", "cluster1/40-control-plane/istio-default", "AMBIENT_ENABLE_MULTI_NETWORK: \"true\"",
      "A: \"true\"", "no-endpoint"
    ),
    ("sail/ambient", "cluster1/40-control-plane/ztunnel", "network: network1", "network: other", "not-visible"),
    ("sail/ambient", "verify/cluster2/service-helloworld", "istio.io/global: \"true\"", "a: b", "no-endpoint"),
    ("sail/own-domains", "40-control-plane/istio-default", "trustDomainAliases", "other", "identity-refused"),
    (
      "helm/multi-primary-multi-network", "us-west-2/helm/istio-eastwestgateway", "networkGateway", "other",
      "no-gateway"
    ),
  ])
  func `one defect has its own disposition`(golden: String, file: String, old: String, new: String, disposition: String)
    throws
  {
    let reachability = Tracer(Meshes.read(try Self.files(golden, file, old, new))).reachability()
    #expect(reachability.pairs.contains { $0.disposition.rawValue == disposition }, "\(reachability.text)")
  }

  @Test func `a root that only one side trusts is refused`() throws {
    let files = try Self.files(
      Self.two, "certificates/plan.json", "\"cluster\": \"cluster2\",", "\"cluster\": \"gone\",")
    let links = Tracer(Meshes.read(files)).trace(
      Question(client: "cluster1", service: ServiceReference("a", in: "b"), server: "cluster2")
    ).paths[0].links
    #expect(links.contains { $0.state == .depends && $0.rule.number == "7.1" })
  }

  /// The answer names the file, the client's symptom and what would mend it.
  @Test func `a broken link says where, what a client sees, and what mends it`() throws {
    let files = try Self.files(Self.two, "cluster2/60-exposure/gateway", "\"*.local\"", "\"*.example.com\"")
    let trace = Tracer(Meshes.read(files)).trace(
      Question(client: "cluster1", service: ServiceReference("shop", in: "web"), server: "cluster2"))
    #expect(!trace.holds)
    let text = trace.text
    #expect(text.contains("clusters/cluster2/60-exposure/gateway-cross-network-gateway.yaml: spec.servers"))
    #expect(text.contains("NR filter_chain_not_found") && text.contains("to mend it"))
    #expect(text.contains("(gateway-refuses)") && text.contains("shop.web.svc.cluster.local"))
  }
}
