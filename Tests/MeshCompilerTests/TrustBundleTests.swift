internal import Certificates
import Diagnostics
import Manifests
import MeshCompiler
import Planning
import Testing
import YAMLWriting

/// What clients without a proxy trust.
struct TrustBundleTests {
  private func plan(_ more: String = "", _ sections: String = "") throws -> Plan {
    let topology = "certificateAuthority: {bundle: {name: trusted\(more)}}\n\(sections)"
    let source = SourceText(name: "topology.yaml", bytes: Example.topology(with: topology))
    let compilation = compile(source)
    let plan = try #require(compilation.plan, "\(compilation.findings.map(\.message))")
    #expect(planProblems(plan) == [])
    return plan
  }

  private func step(_ id: String, _ plan: Plan) throws -> Step {
    try #require(plan.steps.first { $0.id.description == id })
  }

  @Test func `copies what istiod hands out before it is handed on`() throws {
    let plan = try plan()
    let bundle = try step("cluster2/90-anchors", plan)
    #expect(bundle.after.map(\.description) == ["cluster2/90-anchors/source"])
    let source = try step("cluster2/90-anchors/source", plan)
    guard case .run(let commands) = source.action, let script = commands.first?.words.last else {
      Issue.record("no commands")
      return
    }
    #expect(script.contains("get configmap istio-ca-root-cert") && !script.contains("secret"))
    #expect(source.after.map(\.description) == ["cluster2/40-control-plane"])
  }

  // Its own namespace gets a ConfigMap called after the Bundle, too.
  @Test func `reads another ConfigMap than it writes`() throws {
    let bundle = try #require(try step("cluster1/90-anchors", plan()).resources.first)
    #expect(bundle.name == "trusted")
    #expect(bundle.content.yaml.contains("name: trusted-source\n"))
    #expect(!bundle.content.yaml.contains("namespaceSelector"))
    let narrow = try #require(
      try step("cluster1/90-anchors", plan(", namespaceLabels: {trusts: mesh}")).resources.first)
    #expect(narrow.content.yaml.contains("matchLabels:\n        trusts: mesh\n"), "\(narrow.content.yaml)")
  }

  @Test func `has clients trust both roots before the new one signs`() throws {
    let source = """
      certificateAuthority: {bundle: {name: trusted}, rotation: {state: 2}}
      """
    let plan = try #require(
      compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: source))).plan)
    let gates = try step("*/20-trust", plan).gates.map(\.description)
    #expect(gates.suffix(2) == ["clients of cluster1 trust both roots", "clients of cluster2 trust both roots"])
  }

  @Test(arguments: [
    ("{name: istio-ca-root-cert}", "", "contested-config-map"),
    ("{name: kube-root-ca.crt}", "", "contested-config-map"),
    ("{name: a}", "values: {global: {trustBundleName: a}}", "not-supported-yet"),
  ])
  func `does not write what others write`(bundle: String, values: String, slug: String) {
    let findings = Example.findings(with: "certificateAuthority: {bundle: \(bundle)}\n\(values)")
    #expect(findings.filter { $0.severity == .error }.map(\.code.slug) == [slug])
  }
}
