import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import MeshNames
import Planning
import Testing
import YAMLReading
import YAMLWriting

/// The domains of certificates and of clusters' Services, wherever they stand.
struct DomainTests {
  /// The topologies whose clusters can have a domain of their own: releases before 1.1 have `cluster.local` written in.
  private static let topologies = Repository.compiling.filter { topology in
    let text = (try? topology.bytes).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return !text.contains("version: 1.0.") && !text.contains("clusterDomain")
  }

  private func files(_ text: String) throws -> [(path: String, text: String)] {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
    let errors = compilation.findings.filter { $0.severity == .error }.map(\.message)
    #expect(errors == [])
    return (compilation.files?.files ?? []).map { ($0.path.text, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  /// The text with a domain of the clusters in it, and no trust domain that looks like the usual one.
  private func text(of topology: Repository.Case) throws -> String {
    let text = String(decoding: try topology.bytes, as: UTF8.self)
    let domain = "clusterDomain: k8s.example.com"
    if let block = text.firstRange(of: "\nmesh: {") {
      return text.replacingCharacters(in: block, with: "\nmesh: {\(domain), ")
    }
    if let block = text.firstRange(of: "\nmesh:\n  ") {
      return text.replacingCharacters(in: block, with: "\nmesh:\n  \(domain)\n  ")
    }
    return text + "\nmesh: {\(domain)}\n"
  }

  @Test(arguments: topologies)
  func `no host of the usual domain is left where clusters have another`(topology: Repository.Case) throws {
    let files = try files(text(of: topology))
    #expect(files.contains { $0.path.hasPrefix("clusters/") && $0.text.contains("clusterDomain: k8s.example.com") })
    for file in files where file.path.hasPrefix("clusters/") || file.path.hasPrefix("verify/") {
      #expect(!file.text.contains("svc.cluster.local"), "\(file.path)")
      #expect(!file.text.contains("\"*.local\""), "\(file.path)")
    }
  }

  @Test(arguments: [
    ("values: {global: {proxy: {clusterDomain: k8s.example.com}}}", "contradicted-value"),
    ("mesh: {clusterDomain: Example_com}", "invalid-value"),
  ])
  func `the clusters' domain is said in one place`(written: String, slug: String) {
    let errors = Example.findings(with: written).filter { $0.severity == .error }
    #expect(errors.map(\.code.slug) == [slug])
  }

  @Test func `the same domain may stand among the values, too`() {
    let written = """
      mesh: {clusterDomain: k8s.example.com}
      values: {global: {proxy: {clusterDomain: k8s.example.com}}}
      """
    #expect(Example.findings(with: written).filter { $0.severity == .error }.isEmpty)
  }

  private static let remotes = """
    controlPlane: {mode: primary-remote}
    clusters:
      - {name: a, network: network1, apiServer: "https://a", gateway: {address: 192.0.2.1}}
      - {name: b, network: network2, role: remote, apiServer: "https://b"}
    """
  private static let hosted = """
    controlPlane: {mode: external}
    networks: [{name: network1}]
    clusters:
      - {name: host, role: external, apiServer: "https://host", gateway: {address: 192.0.2.1}}
      - {name: a, role: config, apiServer: "https://a", pods: [10.1.0.0/16]}
      - {name: b, role: remote, apiServer: "https://b", pods: [10.2.0.0/16]}
    """
  private static let revisions = "controlPlane: {mode: multi-primary, updateStrategy: RevisionBased}"

  /// Whoever reads a cluster that has no control plane, or one of another revision, finds the domain among the aliases.
  @Test(arguments: ["sail", "istio"], [remotes, hosted, revisions])
  func `from 1.29 on a trust domain is its own alias where it may not be found`(name: String, written: String) throws {
    for (version, isThere) in [("1.28.5", false), ("1.29.6", true), ("1.30.3", true)] {
      let topology = """
        distribution: {name: \(name), version: \(version)}
        mesh: {trustDomain: shop.example.com}
        \(written)
        """
      let texts = try files(String(decoding: Example.topology(with: topology), as: UTF8.self)).map(\.text)
      let aliases = texts.filter { $0.contains("trustDomainAliases:\n") && $0.contains("- shop.example.com") }
      #expect(aliases.isEmpty == !isThere, "\(name) \(version)")
    }
  }

  @Test func `an alias of one's own stands beside those that people give`() throws {
    let topology = """
      mesh: {trustDomain: shop.example.com}
      values: {meshConfig: {trustDomainAliases: [old.example.com]}}
      \(Self.remotes)
      """
    let istio = try files(String(decoding: Example.topology(with: topology), as: UTF8.self)).first {
      $0.path == "clusters/a/40-control-plane/istio-default.yaml"
    }
    #expect(try #require(istio).text.contains("- shop.example.com\n      - old.example.com\n"))
  }
}
