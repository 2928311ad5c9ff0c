import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import Planning
import Testing

/// Replicated control planes: what depends on versions, what stays, and what is found to be wrong.
struct ReplicatedTests {
  private func compiled(
    _ sections: String = "", version: String = "1.4.10", dns: String = "{server: kube-dns, globalClusterIP: 10.96.0.53}"
  ) -> Compilation {
    let topology = """
      distribution: {name: istio, version: \(version)}
      controlPlane: {mode: replicated}
      clusters:
        - {name: cluster1, network: network1, dns: \(dns), gateway: {address: 203.0.113.10}}
        - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
      \(sections)
      """
    return compile(SourceText(name: "t", bytes: Example.topology(with: topology)))
  }

  private func text(_ path: String, _ compilation: Compilation) throws -> String {
    let file = try #require(compilation.files?.files.first { $0.path.text == path }, "\(compilation.findings)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func services(_ names: String...) -> String {
    "services:\n"
      + names.map {
        """
          - {name: \($0), namespace: shop, clusters: [cluster2], ports: [{name: http, number: 80, protocol: http}], \
        global: {importedBy: [cluster1]}}
        """
      }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("1.1.17", "filterConfig:"), ("1.4.10", "filterConfig:"), ("1.5.10", " config:"),
    ("1.6.14", " config:"), ("1.7.0", "typed_config:"), ("1.8.5", "typed_config:"),
  ])
  func `rewrites the domain in the form that the proxies of the release take`(version: String, key: String) throws {
    let filter = try text(
      "clusters/cluster2/60-exposure/envoyfilter-istio-multicluster-ingressgateway.yaml", compiled(version: version))
    #expect(filter.contains(key))
    #expect(filter.contains("workloadLabels:") == (key == "filterConfig:"))
    #expect(filter.contains("@type") == (key == "typed_config:"))
  }

  @Test(arguments: [("1.1.17", "[[ valueOrDefault"), ("1.2.10", "{{ valueOrDefault")])
  func `writes the injector's template in its brackets`(version: String, template: String) throws {
    #expect(try text("clusters/cluster1/helm/istio.values.yaml", compiled(version: version)).contains(template))
  }

  @Test(arguments: [
    ("1.2.0", ["proxy . /etc", "upstream"], ["forward", "ready", "loop"]),
    ("1.3.1", ["proxy . /etc", "proxy . 10.96.0.53\n", "upstream", "loop"], ["forward", "ready"]),
    ("1.4.0", ["forward . /etc", "forward . 10.96.0.53:53", "upstream"], ["proxy", "ready"]),
    ("1.6.2", ["forward . /etc", "ready"], ["proxy", "upstream"]),
    ("1.8.0", ["forward . /etc", "ready"], ["proxy", "upstream"]),
  ])
  func `writes a Corefile that the version of CoreDNS starts with`(version: String, has: [String], lacks: [String])
    throws
  {
    let dns = "{server: coredns, version: \(version), globalClusterIP: 10.96.0.53}"
    let corefile = try text("clusters/cluster1/dns/Corefile", compiled(dns: dns))
    #expect(has.allSatisfy { corefile.contains($0) }, "\(corefile)")
    #expect(!lacks.contains { corefile.contains($0) }, "\(corefile)")
  }

  @Test func `gives a service the same address whatever other services there are`() throws {
    let entry = "clusters/cluster1/80-traffic/serviceentry-cart-global.yaml"
    let alone = try text(entry, compiled(services("cart")))
    #expect(try text(entry, compiled(services("account", "cart", "zebra"))) == alone)
    #expect(alone.contains("  - 240."))
  }

  @Test func `proposes an address where two names have come by one`() throws {
    let names = (0..<600).map { "s\($0)" }
    let all =
      "services:\n"
      + names.map {
        "  - {name: \($0), namespace: shop, clusters: [cluster2], ports: [{name: http, number: 80, protocol: http}], "
          + "global: {importedBy: [cluster1]}}"
      }.joined(separator: "\n")
    let findings = compiled(all, version: "1.2.10").findings.filter { $0.code.slug == "shared-address" }
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.help?.contains("write `address: 127.255.") ?? false })
  }

  private let kubectl = """
    case "$*" in
      *"get deployment"*) printf %s registry.example.com/coredns:v1.6.2-build1 ;;
      *"--ignore-not-found"*) printf '%s' "$STATE" ;;
      *patch*) for patch in "$@"; do :; done; printf '%s' "$patch" ;;
    esac
    """

  @Test(arguments: [
    ("", "{\"global\": [\"10.96.0.53\"]}"),
    ("{\"acme\": [\"192.0.2.1\"]}", "{\"global\": [\"10.96.0.53\"], \"acme\": [\"192.0.2.1\"]}"),
    ("{\"global\": [\"192.0.2.9\",\n\"192.0.2.8\"]}", "{\"global\": [\"10.96.0.53\"]}"),
  ])
  func `adds the domain to the stub domains that are there`(state: String, expected: String) throws {
    let script = try LegacyScript(of: "cluster1/70-discovery/dns", in: compiled())
    defer { script.remove() }
    let (status, patch) = try script.run(kubectl: kubectl, state: state)
    let data = try JSONDecoder().decode([String: [String: String]].self, from: Data(patch.utf8))
    #expect(status == 0)
    #expect(data == ["data": ["stubDomains": expected + "\n"]])
  }

  @Test func `adds the domain to the Corefile that is there, and takes an older block of it out`() throws {
    let dns = "{server: coredns, version: 1.6.2, globalClusterIP: 10.96.0.53}"
    let script = try LegacyScript(of: "cluster1/70-discovery/dns", in: compiled(dns: dns))
    defer { script.remove() }
    let state = ".:53 {\n\terrors\n    log . \"\\d\"\n}\nglobal:53 {\n    proxy . 192.0.2.9\n}\nacme:53 {\n}\n"
    let (status, patch) = try script.run(kubectl: kubectl, state: state)
    let data = try JSONDecoder().decode([String: [String: String]].self, from: Data(patch.utf8))
    let block = "global:53 {\n    errors\n    cache 30\n    forward . 10.96.0.53:53\n}\n"
    #expect(status == 0)
    #expect(data == ["data": ["Corefile": ".:53 {\n\terrors\n    log . \"\\d\"\n}\nacme:53 {\n}\n" + block]])
  }

  @Test func `leaves the DNS alone where another version of CoreDNS runs than is written down`() throws {
    let dns = "{server: coredns, version: 1.3.1, globalClusterIP: 10.96.0.53}"
    let script = try LegacyScript(of: "cluster1/70-discovery/dns", in: compiled(dns: dns))
    defer { script.remove() }
    let (status, patch) = try script.run(kubectl: kubectl, state: ".:53 {\n}\n")
    #expect(status != 0)
    #expect(patch.isEmpty)
  }

  @Test(arguments: [
    ("version: 1.0.9", "unsupported-replication"), ("version: 1.4.11", "unsupported-replication"),
    ("version: 1.9.5", "unsupported-replication"), ("version: 1.32.0", "unknown-release"),
    ("version: 1.30.9", "unknown-release"), ("version: 1.26.8", "unmaintained-release"),
    ("dns: {server: dnsmasq}", "unknown-word"), ("dns: {server: coredns}", "missing-key"),
    ("global: {address: 10.0.0.0/24, importedBy: [cluster1]}", "invalid-value"),
    ("global: {address: \"2001:db8::1\", importedBy: [cluster1]}", "unusable-address"),
    ("global: {address: 127.0.0.1, importedBy: [cluster1]}", "unusable-address"),
    ("global: {address: 224.0.0.9, importedBy: [cluster1]}", "unusable-address"),
    ("global: {importedBy: [cluster3]}", "unknown-cluster"), ("global: {importedBy: [cluster2]}", "nothing-to-import"),
    ("ports: [{name: a, number: 70000, protocol: http}]", "invalid-value"),
    ("ports: [{name: a, number: 80, protocol: htpp}]", "invalid-value"),
    ("replicateTo: [cluster1]", "key-not-of-mode"), ("injection: {automatic: true}", "key-not-of-mode"),
    ("role: remote", "role-not-of-mode"), ("gateway: {kind: gateway-api}", "not-supported-yet"),
    ("gateway: {service: {type: NodePort}}", "unknown-node-port"), ("values: {global: {tag: x}}", "not-supported-yet"),
  ])
  func `finds one mistake among much that is right`(mistake: String, slug: String) {
    let key = mistake.prefix { $0 != ":" }
    let cluster1 = ["dns": "{server: kube-dns, globalClusterIP: 10.96.0.53}", "gateway": "{address: 203.0.113.10}"]
    let service = ["ports": "[{name: http, number: 80, protocol: http}]", "global": "{importedBy: [cluster1]}"]
    func fields(_ known: [String: String], _ allowed: Set<String>) -> String {
      let own = known.filter { $0.key != key }.map { "\($0.key): \($0.value)" }.sorted()
      return (own + (known[String(key)] != nil || allowed.contains(String(key)) ? [mistake] : [])).joined(
        separator: ", ")
    }
    let topology = """
      distribution: {name: istio, \(key == "version" ? mistake : "version: 1.4.10")}
      controlPlane: {mode: replicated}
      clusters:
        - {name: cluster1, network: network1, \(fields(cluster1, ["role", "injection", "values"]))}
        - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
      services:
        - {name: cart, namespace: shop, clusters: [cluster2], \(fields(service, ["replicateTo"]))}
      """
    #expect(Example.findings(with: topology).map(\.code.slug).contains(slug))
  }
}
