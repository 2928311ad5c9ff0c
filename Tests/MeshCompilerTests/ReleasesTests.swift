import Diagnostics
import FileTrees
import MeshCompiler
import MeshNames
import MeshReleases
import Planning
import Testing
import YAMLWriting

/// What is known of releases, what follows from it, and what does not.
struct ReleasesTests {
  private func compiled(_ written: String) -> Compilation {
    compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: written)))
  }

  private static func clusters(on platform: String) -> String {
    """
    clusters:
      - {name: cluster1, network: network1, platform: \(platform), apiServer: "https://api.one.example.com:6443"}
      - {name: cluster2, network: network2, platform: \(platform), apiServer: "https://api.two.example.com:6443"}
    """
  }

  /// A patch and a minor release that no compiler of today can know, in every system that has releases.
  @Test(arguments: [
    ("{name: istio, version: 1.30.99}", ""), ("{name: istio, version: 1.99.0}", ""),
    ("{name: sail, version: 1.30.99}", ""), ("{name: sail, version: 1.99.0}", ""),
    ("{name: sail, version: 1.30.99}", clusters(on: "openshift")),
    ("{name: sail, version: 1.99.0}", clusters(on: "openshift")),
    ("{name: sail, version: 1.30.99}", "controlPlane: {mode: multi-primary, dataPlane: ambient}"),
    ("{name: istio, version: 1.27.99}", ""), ("{name: istio, version: 2.0.0}", ""),
  ])
  func `plans a release that is not known like the nearest, and proposes no older one`(
    distribution: String, more: String
  ) throws {
    let compilation = compiled("distribution: \(distribution)\n\(more)")
    let finding = try #require(compilation.findings.first { $0.code.slug == "unknown-release" })
    #expect(finding.severity == .warning && finding.fix == nil)
    #expect(finding.message.contains("\(Knowledge.day)"))
    #expect(compilation.findings.filter { $0.severity == .error }.map(\.message) == [])
    #expect(compilation.findings.count { $0.code.slug == "unknown-release" } == 1)
    let version = try #require(distribution.split(separator: " ").last?.dropLast())
    let files = try #require(compilation.files).files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(files.contains { $0.contains("v\(version)\n") || $0.contains("--version \(version)") })
  }

  /// Red Hat counts by itself, and people write what the console shows.
  @Test(arguments: [
    ("3.2.0", "1.27.9"), ("3.0.4", "1.24.6"), ("3.4.1", "1.30.3"), ("2.6.0", "maistra"), ("2.1.0", "maistra"),
  ])
  func `tells a release of OpenShift Service Mesh from one of Istio`(version: String, wanted: String) {
    let findings = compiled("distribution: {name: sail, version: \(version)}").findings
    #expect(findings.map(\.code.slug) == ["unsupported-version"])
    #expect(findings.first?.help?.contains(wanted) == true)
  }

  @Test(arguments: [
    ("1.30.3", "stable-3.4", []), ("1.30.3", "stable-3.9", ["unknown-release"]),
    ("1.30.3", "stable-3.1", ["operator-cannot-install"]), ("1.30.3", "stable", []), ("1.30.3", "candidates", []),
  ])
  func `looks at the channel that is subscribed to`(version: String, channel: String, slugs: [String]) {
    let operatorSettings = "operator: {channel: \(channel)}"
    let findings = compiled(
      "distribution: {name: sail, version: \(version), \(operatorSettings)}\n\(Self.clusters(on: "openshift"))"
    ).findings
    #expect(findings.map(\.code.slug) == slugs)
  }

  @Test(arguments: [
    ("1.28.12", "stable-3.3"), ("1.30.5", "stable-3.4"), ("1.30.1", "stable-3.4"), ("1.31.1", "stable-3.4"),
    ("1.27.5", "stable-3.2"), ("1.26.8", "stable-3.1"), ("1.24.6", "stable-3.0"),
  ])
  func `subscribes to Red Hat's channel that installs a release, or to the nearest`(version: String, channel: String)
    throws
  {
    let compilation = compiled(
      "distribution: {name: sail, version: \(version)}\n\(Self.clusters(on: "openshift"))")
    let files = try #require(compilation.files).files
    let subscription = try #require(files.first { $0.path.text.contains("subscription-servicemeshoperator3") })
    #expect(String(decoding: subscription.bytes, as: UTF8.self).contains("channel: \(channel)\n"))
    for finding in compilation.findings where finding.code.slug == "unknown-release" {
      #expect(finding.help?.contains("`\(channel)`") == true)
    }
  }

  @Test(arguments: [
    ("1.30.3", nil), ("1.30.2", "not-in-service-mesh"), ("1.29.6", "not-in-service-mesh"),
    ("1.27.9", nil), ("1.27.9, operator: preinstalled", nil), ("1.30.3, operator: {version: 3.4}", nil),
    ("1.30.4, operator: {version: 3.4}", "unknown-release"),
    ("1.28.10, operator: {version: 3.4.1}", nil), ("1.26.8, operator: {version: 3.4}", "operator-cannot-install"),
    ("1.30.3, operator: {version: 3.3}", "operator-cannot-install"),
    ("1.31.1, operator: {version: 3.5}", "unknown-release"),
  ])
  func `knows what OpenShift Service Mesh installs, which maintains it by itself`(version: String, slug: String?) {
    let findings = Example.findings(
      with: "distribution: {name: sail, version: \(version)}\n\(Self.clusters(on: "openshift"))")
    #expect(findings.map(\.code.slug) == [slug].compactMap { $0 })
  }

  @Test(arguments: [
    ("{name: istio, version: 1.28.10}", "2026-07-01"), ("{name: istio, version: 1.25.0}", "2025-09-30"),
    ("{name: sail, version: 1.28.10}", "2026-07-01"), ("{name: sail, version: 1.24.6}", "2025-06-24"),
  ])
  func `names the day on which support ended`(distribution: String, day: String) throws {
    let finding = try #require(Example.findings(with: "distribution: \(distribution)").first)
    #expect(finding.severity == .warning && finding.message.contains("ended on \(day)"))
  }

  @Test(arguments: [
    ("1.29.0", ["faulty-release", "unmaintained-release"]), ("1.29.1", ["faulty-release", "unmaintained-release"]),
    ("1.29.2", ["unmaintained-release"]), ("1.30.0", []),
  ])
  func `warns of faults that several clusters run into`(version: String, slugs: [String]) {
    let findings = Example.findings(with: "distribution: {name: istio, version: \(version)}")
    #expect(findings.map(\.code.slug).sorted() == slugs)
  }

  @Test(arguments: [
    ("1.25.3+tetrate3, charts: \"https://tis.tetrate.io/charts\"", "1.25.3+tetrate3", "1.25.3-tetrate3"),
    ("1.25.3-tetrate3, charts: \"https://tis.tetrate.io/charts\"", "1.25.3+tetrate3", "1.25.3-tetrate3"),
    ("1.24.3-tetratefips4, charts: \"https://tis.tetrate.io/charts\"", "1.24.3+tetrate4", "1.24.3-tetratefips4"),
    ("1.24.3-tetrate-v7, charts: \"https://a.example.com/b\"", "1.24.3-tetrate-v7", "1.24.3-tetrate-v7"),
    ("1.30.2-solo, charts: \"oci://us-docker.pkg.dev/soloio-img/istio-helm\"", "1.30.2-solo", "1.30.2-solo"),
    ("1.30.2-acme.4, charts: \"oci://registry.example.com/acme\"", "1.30.2-acme.4", nil),
  ])
  func `calls charts and images of a vendor's build as the vendor does`(version: String, chart: String, tag: String?)
    throws
  {
    let compilation = compiled("distribution: {name: istio, version: \(version)}")
    #expect(compilation.findings.map(\.message) == [])
    let releases = try #require(compilation.plan).steps.compactMap(\.release)
    #expect(Set(releases.map(\.chart.version)) == [chart])
    let istiod = try #require(releases.first { $0.name == "istiod" })
    #expect(istiod.values["global"]?["tag"] == tag.map { .string($0) })
  }

  @Test(arguments: [
    ("{name: istio, version: 1.25.3+tetrate3}", "build-without-charts"),
    (
      "{name: istio, version: 1.30.2-solo, charts: \"https://blob.istio.io/istio-release/charts\"}",
      "build-without-charts"
    ),
    ("{name: istio, version: 1.27.1-asm.3}", "build-without-charts"),
    ("{name: istio, version: 1.31.0-rc.4}", "unknown-release"),
    ("{name: sail, version: 1.31.0-rc.4}", "unknown-release"),
    ("{name: istio, version: 1.30.3+}", "invalid-value"), ("{name: istio, version: 1.30.3+a_b}", "invalid-value"),
    ("{name: sail, version: 1.30.2-solo}", "vendor-build-by-operator"),
    ("{name: sail, version: 1.30.3, charts: \"https://a.example.com/b\"}", "key-not-of-mode"),
    ("{name: istio, version: 1.30.7, charts: \"charts.example.com/a\"}", "invalid-value"),
    ("{name: istio, version: 1.30.7, charts: \"https://me@charts.example.com/a\"}", "invalid-value"),
    ("{name: istio, version: 1.30.7, charts: \"oci://registry.example.com\"}", "invalid-value"),
    ("{name: istio, version: 1.30.7, hub: \"https://registry.example.com/istio\"}", "invalid-value"),
    ("{name: istio, version: 1.30.7, hub: registry.istio.io/release}", "retired-place"),
    ("{name: sail, version: 1.31.3, hub: gcr.io/istio-release}", "nothing-there"),
    ("{name: istio, version: 1.30.7}\nvalues: {global: {hub: gcr.io/istio-release}}", "retired-place"),
    (
      "{name: sail, version: 1.30.7, hub: a.example.com/b}\nvalues: {global: {hub: c.example.com}}",
      "contradicted-value"
    ),
    (
      "{name: istio, version: 1.30.7, hub: a.example.com/b}\nvalues: {global: {hub: c.example.com}}",
      "contradicted-value"
    ),
  ])
  func `finds charts and images that are not where they are looked for`(distribution: String, slug: String) {
    #expect(Set(Example.findings(with: "distribution: \(distribution)").map(\.code.slug)) == [slug])
  }

  /// Upstream's charts of 1.30 name a registry that is switched off.
  @Test(arguments: [
    ("1.30.7", "docker.io/istio"), ("1.31.3", nil), ("1.30.7, hub: a.example.com/b", "a.example.com/b"),
    ("1.30.7, charts: \"https://charts.example.com/istio\"", nil),
  ])
  func `tells charts where images are, if they do not know it`(version: String, hub: String?) throws {
    let plan = try #require(
      compiled(
        "distribution: {name: istio, version: \(version)}\ncontrolPlane: {mode: multi-primary, dataPlane: ambient}"
      )
      .plan)
    for release in plan.steps.compactMap(\.release) where release.chart.name != "base" {
      #expect(release.values["global"]?["hub"] == hub.map { .string($0) }, "\(release.name)")
    }
  }

  @Test func `leaves images to the topology's values where they say it`() throws {
    let compilation = compiled(
      """
      distribution: {name: istio, version: 1.24.3+tetrate4, charts: "https://tis.tetrate.io/charts"}
      values: {global: {hub: fips.example.com, tag: 1.24.3-tetratefips4}}
      """)
    #expect(compilation.findings.map(\.message) == [])
    let istiod = try #require(compilation.plan?.steps.compactMap(\.release).first { $0.name == "istiod" })
    #expect(istiod.values["global"]?["hub"] == "fips.example.com")
    #expect(istiod.values["global"]?["tag"] == "1.24.3-tetratefips4")
  }

  @Test func `takes charts from a registry by their reference`() throws {
    let plan = try #require(
      compiled("distribution: {name: istio, version: 1.31.3, charts: \"oci://registry.example.com/charts/\"}").plan)
    let release = try #require(plan.steps.compactMap(\.release).first)
    #expect(
      release.installation.words.dropFirst(3).prefix(5) == [
        "upgrade", "--install", "istio-base", "oci://registry.example.com/charts/base", "--version",
      ])
    #expect(!release.installation.words.contains("--repo"))
  }

  @Test(arguments: [nil, "sail", "istio", "maistra", "cloud-service-mesh"])
  func `shows every row with its source`(distribution: String?) {
    let tables = ReleaseTable.tables(for: distribution)
    #expect(!tables.isEmpty)
    for table in tables {
      #expect(table.columns.last == "source" && !table.rows.isEmpty)
      for row in table.rows { #expect(row.count == table.columns.count && row.last?.isEmpty == false) }
    }
    let text = releasesText(for: distribution)
    #expect(text.contains("\(Knowledge.day)"))
    #expect(releasesDocument(for: distribution)["knowledge"] == .string("\(Knowledge.day)"))
  }

  @Test func `knows nothing from after its day, and every series once`() {
    let days = IstioSeries.all.flatMap { [$0.released] + [$0.end].compactMap { $0 } }
    #expect(days.allSatisfy { $0 <= Knowledge.day })
    #expect(Set(IstioSeries.all.map(\.name)).count == IstioSeries.all.count)
    #expect(IstioSeries.all.map(\.first) == IstioSeries.all.map(\.first).sorted(by: >))
    for mesh in ServiceMeshRelease.all {
      #expect((mesh.own + mesh.forUpgrades).allSatisfy { IstioSeries.standing(of: $0) == .known })
      #expect(SailRelease.all.contains { $0.series == mesh.sail })
    }
  }
}
