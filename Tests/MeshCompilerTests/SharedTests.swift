import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import Planning
import Testing

/// One control plane over a VPN: ways to reach it, what the charts leave out, and what is found to be wrong.
struct SharedTests {
  private func compiled(
    _ endpoints: String, version: String = "1.0.9", security: String = "{controlPlane: true, mutualTLS: true}"
  ) -> Compilation {
    let topology = """
      distribution: {name: istio, version: \(version)}
      controlPlane: {mode: shared, security: \(security)}
      networks: [{name: vpn}]
      clusters:
        - {name: main, pods: [10.10.0.0/16], endpoints: \(endpoints)}
        - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
      """
    return compile(SourceText(name: "t", bytes: Example.topology(with: topology)))
  }

  private func paths(_ compilation: Compilation) throws -> Set<String> {
    Set(try #require(compilation.files, "\(compilation.findings.map(\.message))").files.map(\.path.text))
  }

  private func text(_ path: String, _ compilation: Compilation) throws -> String {
    let file = try #require(compilation.files?.files.first { $0.path.text == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private static let balanced = "{pilot: 10.1.0.1, policy: 10.1.0.2, telemetry: 10.1.0.3, zipkin: 10.1.0.4}"

  @Test(arguments: [
    ("{pilot: 10.10.0.1, policy: 10.10.0.2, telemetry: 10.10.0.3}", ""),
    (balanced, "clusters/main/50-gateways/service-istio-pilot-multicluster.yaml"),
    ("{exposure: load-balancers}", "clusters/main/50-gateways/service-zipkin-multicluster.yaml"),
    (
      "{pilot: 10.1.0.1, policy: 10.1.0.1, telemetry: 10.1.0.2}",
      "clusters/main/60-exposure/gateway-istio-telemetrygateway.yaml"
    ),
    ("{exposure: gateway}", "clusters/main/60-exposure/destinationrule-multicluster-policy.yaml"),
  ])
  func `opens the way to the control plane that its addresses are of`(endpoints: String, path: String) throws {
    let files = try paths(compiled(endpoints))
    if path.isEmpty {
      #expect(!files.contains { $0.hasPrefix("clusters/main/50") || $0.hasPrefix("clusters/main/60") })
    } else {
      #expect(files.contains(path), "\(files.filter { $0.hasPrefix("clusters/main") }.sorted())")
    }
  }

  @Test(arguments: [
    ("1.0.9", ["istio-policy", "istio-telemetry", "zipkin"]), ("1.1.17", ["zipkin"]), ("1.4.10", ["zipkin"]),
  ])
  func `makes the services that the chart of the release leaves out`(version: String, names: [String]) throws {
    let folder = "clusters/remote/40-control-plane/endpoints-"
    let made = try paths(compiled(Self.balanced, version: version)).filter { $0.hasPrefix(folder) }
    #expect(made == Set(names.map { "\(folder)\($0).yaml" }))
  }

  @Test func `lets telemetry's 15004 be told from policy's by TLS, where the release can`() throws {
    let endpoints = "{exposure: gateway, pilot: 10.1.0.1, policy: 10.1.0.1, telemetry: 10.1.0.1}"
    #expect(compiled(endpoints).findings.map(\.code.slug).contains("shared-mixer-address"))
    let gateway = try text(
      "clusters/main/60-exposure/gateway-istio-multiclustergateway.yaml", compiled(endpoints, version: "1.1.17"))
    #expect(gateway.contains("mode: AUTO_PASSTHROUGH"))
  }

  @Test(arguments: [
    ("1.0.9", "{controlPlane: true, mutualTLS: true}", 2), ("1.0.9", "{controlPlane: true}", 1),
    ("1.2.10", "{mutualTLS: true}", 1),
  ])
  func `installs the kinds in remote clusters whose chart has objects of them`(
    version: String, security: String, count: Int
  )
    throws
  {
    let plan = try #require(compiled(Self.balanced, version: version, security: security).plan)
    #expect(plan.steps.count { $0.description == "Install the kinds of Istio" } == count)
  }

  @Test func `hands the control plane a kubeconfig whose key is the cluster's name`() throws {
    let script = try LegacyScript(of: "remote/70-discovery/remote-secret", in: compiled(Self.balanced))
    defer { script.remove() }
    let kubectl = """
      case "$*" in
        *"get secret remote"*) exit 1 ;;
        *data.token*) printf VE9LRU4= ;;
        *ca*crt*) printf Q0E= ;;
        *create*) cat ;;
      esac
      """
    let (status, secret) = try script.run(kubectl: kubectl, state: "")
    #expect(status == 0)
    for line in [
      "  name: remote\n", "istio/multiCluster: \"true\"\n", "  remote: |\n", "token: TOKEN\n",
      "certificate-authority-data: Q0E=\n", "server: https://10.20.0.1:6443\n",
    ] {
      #expect(secret.contains(line), "\(secret)")
    }
    #expect(try script.run(kubectl: "case \"$*\" in *create*) cat ;; esac", state: "").output.isEmpty)
  }

  @Test(arguments: [
    ("{pilot: pilot.example.com, policy: 10.1.0.2, telemetry: 10.1.0.3}", "named-pilot"),
    ("{pilot: 127.0.0.1}", "misplaced-endpoints"), ("{pilot: 10.10.7.7}", "unstable-address"),
    ("{exposure: pods}", "unstable-address"), ("{exposure: nodes}", "unknown-word"),
    ("{pilot: 10.1.0.1, statsd: {host: 10.1.0.9}}", "missing-key"),
    ("{policy: 10.1.0.2, telemetry: 10.1.0.2}", "shared-mixer-address"), ("{pilott: 10.1.0.1}", "unknown-key"),
  ])
  func `finds what is wrong with addresses`(endpoints: String, slug: String) {
    #expect(compiled(endpoints).findings.map(\.code.slug).contains(slug))
  }

  @Test func `makes namespaces without a label where proxies are added by hand`() throws {
    let topology = """
      distribution: {name: istio, version: 1.0.9}
      controlPlane: {mode: shared}
      networks: [{name: vpn}]
      clusters:
        - {name: main, pods: [10.10.0.0/16], endpoints: \(Self.balanced)}
        - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16], injection: {automatic: false}}
      namespaces: [{name: shop}]
      """
    let compilation = compile(SourceText(name: "t", bytes: Example.topology(with: topology)))
    #expect(try text("clusters/main/10-namespaces/namespace-shop.yaml", compilation).contains("istio-injection"))
    #expect(try !text("clusters/remote/10-namespaces/namespace-shop.yaml", compilation).contains("istio-injection"))
  }

  @Test(arguments: ["1.0.10", "1.5.0", "1.8.5", "1.24.0", "0.8.0"])
  func `refuses releases that have no charts for it`(version: String) {
    #expect(compiled(Self.balanced, version: version).findings.map(\.code.slug).contains("unsupported-sharing"))
  }
}
