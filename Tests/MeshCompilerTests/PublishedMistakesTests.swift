import Foundation
import Testing

/// What published documents of these meshes do wrong, and the goldens do right.
struct PublishedMistakesTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: "golden/\(path)"), encoding: .utf8)
  }

  /// What is done and asked, in all clusters.
  private func plan(of golden: String) throws -> String {
    let folder = "golden/\(golden)/clusters"
    let clusters = Repository.names(in: Repository.root.appending(path: folder)).filter { !$0.hasSuffix(".txt") }
    return try (["index.json"] + clusters.map { "clusters/\($0)/plan.json" }).map { try text("\(golden)/\($0)") }
      .joined()
  }

  private func allTexts(of golden: String) throws -> [String] {
    try Repository.files(below: Repository.root.appending(path: "golden/\(golden)")).values
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Sail's common set-up labels the second cluster `network2` where there is one network, too.
  @Test(arguments: ["sail", "helm"])
  func `one network has one name in all clusters`(installer: String) throws {
    let lines = try allTexts(of: "\(installer)/multi-primary-single-network").flatMap { $0.split(separator: "\n") }
    let labels = lines.filter { $0.contains("topology.istio.io/network: ") }
    #expect(labels.count >= 2 && Set(labels).count == 1)
  }

  /// Sail's recipe of one network has `/cluster/cluster2` in the path and `--name=remote` in the command.
  @Test(arguments: ["cluster2", "cluster3"])
  func `the path of a remote's webhook and its remote secret have one name`(cluster: String) throws {
    let folder = "sail/primary-remote-single-network"
    let istio = try text("\(folder)/clusters/\(cluster)/40-control-plane/istio-default.yaml")
    #expect(istio.contains("injectionPath: /inject/cluster/\(cluster)/net/network1\n"))
    #expect(try plan(of: folder).contains("--context=\(cluster) --name=\(cluster) "))
  }

  /// Sail's external control plane has `spec.global`, and no version.
  @Test(arguments: [
    "management/40-control-plane/istio-default", "management/80-traffic/istio-external-istiod",
    "workload/40-control-plane/istio-external-istiod",
  ])
  func `an external control plane has its values where the operator reads them, and a version`(path: String) throws {
    let istio = try text("sail/external/clusters/\(path).yaml")
    #expect(istio.contains("\n  version: v1.30.3\n") && istio.contains("\n  values:\n"))
    #expect(!istio.contains("\n  global:") && !istio.contains("\n  value:"))
  }

  /// Sail's gateway of an external control plane has a proxy of 1.22 and an identity written out.
  @Test func `a gateway has the proxy and the identity that it is injected with`() throws {
    let folder = "sail/external/clusters/management/50-gateways"
    let gateway = try text("\(folder)/deployment-istio-ingressgateway.yaml")
    #expect(gateway.contains("image: auto\n") && gateway.contains("sidecar.istio.io/inject: \"true\"\n"))
    for fixed in ["proxyv2", "CLUSTER_ID", "TRUST_DOMAIN"] { #expect(!gateway.contains(fixed)) }
  }

  /// Sail patches the Service by a path that is no JSON pointer.
  @Test func `a gateway with a name listens where the webhook is called, from the start`() throws {
    let service = try text("sail/external/clusters/management/50-gateways/service-istio-ingressgateway.yaml")
    #expect(service.contains("port: 443\n    protocol: TCP\n    targetPort: 15017\n"))
  }

  /// Sail's ambient recipe installs Gateway API in whichever cluster is the current one, and leaves versions open.
  @Test func `every command names its cluster, and every object of the operator its release`() throws {
    let index = try plan(of: "sail/ambient")
    for line in index.split(separator: "\n") where line.contains("standard-install.yaml") {
      #expect(line.contains("kubectl --context cluster"))
    }
    for kind in ["istio", "istiocni", "ztunnel"] {
      let object = try text("sail/ambient/clusters/cluster2/40-control-plane/\(kind)-default.yaml")
      #expect(object.contains("\n  version: v1.30.3\n"))
    }
  }

  /// Sail's clean-up deletes namespaces before what lives there, and never the CNI plug-in.
  @Test func `what the operator made goes before its namespace`() throws {
    let removal = try #require(
      try text("sail/primary-remote-multi-network/clusters/cluster2/plan.json").split(separator: "\"removal\"").last)
    let places = ["istios.sailoperator.io/default", "istiocnis.sailoperator.io/default", "10-namespaces"].map {
      removal.range(of: $0)?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  /// OpenShift's module makes each remote secret twice, and an account that the operator has made.
  @Test func `a remote secret is made once, and no account by hand`() throws {
    let index = try plan(of: "sail/multi-primary-multi-network")
    #expect(index.ranges(of: "create-remote-secret").count == 2)
    #expect(index.ranges(of: "--create-service-account=false").count == 2 && !index.contains("create serviceaccount"))
  }

  /// An older page of istio.io leaves the nodes' proxies without a cluster and a network, and its generator a revision.
  @Test func `proxies of nodes know where they are, and gateways their revision`() throws {
    let ztunnel = try text("sail/ambient-revisions/clusters/cluster2/40-control-plane/ztunnel-default.yaml")
    #expect(ztunnel.contains("clusterName: cluster2\n      network: network2\n"))
    let gateway = try text("sail/ambient-revisions/clusters/cluster2/50-gateways/gateway-istio-eastwestgateway.yaml")
    #expect(gateway.contains("    istio.io/rev: stable\n"))
    let values = try text("helm/ambient/clusters/cluster2/helm/ztunnel.values.yaml")
    #expect(values.contains("clusterName: cluster2\n") && values.contains("network: network2\n"))
  }

  /// istio.io's tip names a label that there is not, and its release notes a default that the code does not have.
  @Test(arguments: ["sail/ambient", "helm/ambient"])
  func `nothing rests on a label or a default that there is not`(golden: String) throws {
    for text in try allTexts(of: golden) {
      #expect(!text.contains("istio.io/topology-network") && !text.contains("insall.istio.io"))
      #expect(!text.contains("AMBIENT_ENABLE_MULTI_NETWORK_INGRESS"))
    }
  }
}
