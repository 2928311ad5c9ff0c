import Diagnostics
import FileTrees
import Manifests
import MeshCompiler
import MeshNames
import Planning
import Testing
import YAMLWriting

/// What holds of every mesh that Helm installs.
struct HelmTests {
  private static let distribution = "distribution: {name: istio, version: 1.30.3}\n"

  private func compiled(_ written: String) -> Compilation {
    let whole = written.contains("distribution:") ? written : Self.distribution + written
    return compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: whole)))
  }

  private func releases(_ written: String, of cluster: String) throws -> [ChartRelease] {
    let plan = try #require(compiled(written).plan)
    #expect(planProblems(plan) == [])
    return plan.steps.compactMap(\.release).filter { $0.cluster.description == cluster }
  }

  private static let hub = """
    controlPlane: {mode: primary-remote, MORE}
    clusters:
      - {name: p, network: network1, apiServer: "https://p", gateway: {address: 192.0.2.1}, platform: openshift}
      - {name: r, network: network2, role: remote, apiServer: "https://r"}
    """

  private static let ambient = "controlPlane: {mode: multi-primary, dataPlane: ambient}"

  @Test(arguments: [
    ("", "cluster1", ["istio-base", "istiod", "istio-eastwestgateway"]),
    (ambient, "cluster1", ["istio-base", "istio-cni", "istiod", "ztunnel"]),
    (hub, "p", ["istio-base", "istio-cni", "istiod", "istio-eastwestgateway"]),
    (hub, "r", ["istio-base", "istio-cni", "istiod", "istio-eastwestgateway"]),
  ])
  func `makes one release a chart, in the order in which they need each other`(
    written: String, cluster: String, names: [String]
  ) throws {
    let releases = try releases(written.replacing(", MORE", with: ""), of: cluster)
    #expect(releases.map(\.name) == names)
    #expect(Set(releases.map(\.chart.version)) == ["1.30.3"])
  }

  @Test func `runs the commands that index.json has, with the values beside the phases`() throws {
    let compilation = compiled("")
    let files = Set(try #require(compilation.files).files.map(\.path.text))
    for release in try #require(compilation.plan).steps.compactMap(\.release) {
      let words = release.installation.words
      #expect(words.starts(with: ["helm", "--kube-context", release.cluster.description, "upgrade", "--install"]))
      let values = words[try #require(words.firstIndex(of: "--values")) + 1]
      #expect(words.contains("--wait") && files.contains(values))
    }
  }

  @Test(arguments: [
    ("updateStrategy: RevisionBased", "1-30-3"), ("revision: blue", "blue"), ("revision: 1-30-3", "1-30-3"),
  ])
  func `names the revision wherever something is bound to it`(setting: String, revision: String) throws {
    let written = Self.hub.replacing("MORE", with: setting)
    for cluster in ["p", "r"] {
      let releases = try releases(written, of: cluster)
      #expect(releases.map(\.name).contains("istiod-\(revision)"))
      for release in releases where ["istiod", "gateway"].contains(release.chart.name) {
        #expect(release.values["revision"] == .string(revision))
      }
    }
    let plan = try #require(compiled(written).plan)
    let namespace = try #require(plan.verifications.first?.resources.first)
    #expect(namespace.labels["istio.io/rev"] == revision)
    let gates = plan.steps.flatMap(\.gates).map(\.command.shellLine)
    #expect(gates.contains { $0.contains("deployment/istiod-\(revision)") })
    #expect(gates.contains { $0.contains("mutatingwebhookconfiguration/istio-sidecar-injector-\(revision) ") })
  }

  @Test func `tells a remote where its primary is, and admits nothing there`() throws {
    let releases = try releases(Self.hub.replacing(", MORE", with: ""), of: "r")
    let istiod = try #require(releases.first { $0.name == "istiod" }).values
    #expect(istiod["profile"] == "remote")
    #expect(istiod["global"]?["remotePilotAddress"] == "192.0.2.1")
    #expect(istiod["istiodRemote"]?["injectionPath"] == "/inject/cluster/r/net/network2")
    #expect(releases.first?.values["defaultRevision"] == "")
  }

  @Test(arguments: [("192.0.2.1", [Int]()), ("gw.example.com", [443]), (nil, [15017, 443])])
  func `lets the webhook in where the remote's Service calls it`(address: String?, ports: [Int]) throws {
    let gateway = address.map { ", gateway: {address: \($0)}" } ?? ""
    let releases = try releases(
      """
      controlPlane: {mode: primary-remote}
      clusters:
        - {name: p, network: network1, apiServer: "https://p"\(gateway)}
        - {name: r, network: network2, role: remote, apiServer: "https://r"}
      """, of: "p")
    let values = try #require(releases.last).values
    guard case .sequence(let items)? = values["service"]?["ports"] else {
      #expect(ports.isEmpty && values["networkGateway"] == "network1")
      return
    }
    let webhooks = items.filter { $0["targetPort"] == 15017 }.compactMap { $0["port"] }
    #expect(webhooks == ports.map { .integer($0) })
    #expect(values["labels"]?["topology.istio.io/network"] == "network1")
  }

  @Test func `lays the topology's values into the charts that take them`() throws {
    let written =
      Self.ambient + """

        values:
          pilot: {replicaCount: 3}
          cni: {excludeNamespaces: [legacy]}
          ztunnel: {logLevel: debug}
          global: {logAsJson: true}
        """
    let values = Dictionary(uniqueKeysWithValues: try releases(written, of: "cluster2").map { ($0.name, $0.values) })
    #expect(values["istiod"]?["pilot"]?["replicaCount"] == 3)
    #expect(values["istio-cni"]?["cni"]?["excludeNamespaces"] == ["legacy"])
    #expect(values["ztunnel"]?["logLevel"] == "debug" && values["ztunnel"]?["ztunnel"] == nil)
    #expect(values["istiod"]?["global"]?["network"] == "network2")
  }

  @Test(arguments: [
    ("distribution: {name: istio, version: 1.23.6}", "no-such-release"),
    ("distribution: {name: istio, version: 1.27.9}", "unmaintained-release"),
    ("controlPlane: {mode: multi-primary, revision: 1-29-6}", "revision-of-another-release"),
    ("controlPlane: {mode: multi-primary, revision: \(String(repeating: "x", count: 47))}", "invalid-value"),
    ("controlPlane: {mode: multi-primary, revision: Blue}", "invalid-value"),
    (ambient + "\nvalues: {ztunnel: {network: other}}", "contradicted-value"),
    ("controlPlane: {mode: external, revision: a}", "not-supported-yet"),
    ("controlPlane: {mode: shared}", "unsupported-sharing"),
    ("distribution: {name: istio, version: 1.30.3, operator: preinstalled}", "no-operator"),
  ])
  func `refuses what the charts cannot do`(written: String, slug: String) {
    #expect(compiled(written).findings.map(\.code.slug).contains(slug))
  }

  /// The host may be on another platform than the mesh whose proxies its control plane makes.
  @Test(arguments: [("kubernetes", "openshift"), ("openshift", "kubernetes")])
  func `makes an external control plane's proxies for the platform that they run on`(host: String, mesh: String) throws
  {
    let written = """
      controlPlane: {mode: external}
      clusters:
        - {name: h, role: external, platform: \(host), network: network1, apiServer: "https://h", gateway: {address: 192.0.2.1}}
        - {name: w, role: config, platform: \(mesh), network: network2, apiServer: "https://w"}
      """
    let isOpenShift: YAMLValue? = mesh == "openshift" ? "openshift" : nil
    let istiod = try #require(try releases(written, of: "h").last)
    #expect(istiod.name == "istiod-external-istiod" && istiod.values["global"]?["platform"] == isOpenShift)
    #expect(try releases(written, of: "w").map(\.name).contains("istio-cni") == (mesh == "openshift"))
  }

  @Test func `takes releases down while their namespace is there`() throws {
    let lines = try #require(compiled(Self.ambient).plan).removal.filter { $0.cluster.description == "cluster1" }
      .flatMap(\.commands).map(\.shellLine)
    let places = [
      "uninstall istiod ", "uninstall ztunnel ", "uninstall istio-cni ", "uninstall istio-base ", "10-namespaces",
    ]
    .map { wanted in lines.firstIndex { $0.contains(wanted) } ?? -1 }
    #expect(places == places.sorted() && !places.contains(-1))
  }

  @Test func `moves tags by a command of their own, which the next revision's release does not wait for`() throws {
    let plan = try #require(
      compiled("controlPlane: {mode: multi-primary, updateStrategy: RevisionBased, revisionTags: [stable]}").plan)
    #expect(plan.steps.allSatisfy { $0.release?.values["revisionTags"] == nil })
    let step = try #require(plan.steps.first { $0.id.description == "cluster1/40-control-plane" })
    guard case .run(let commands) = step.action else { return #expect(Bool(false)) }
    #expect(
      commands.map(\.shellLine) == [
        "istioctl tag set stable --revision 1-30-3 --overwrite --context=cluster1 --istioNamespace=istio-system"
      ])
    #expect(planProblems(plan) == [])
  }
}
