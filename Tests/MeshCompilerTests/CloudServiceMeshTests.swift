import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import Planning
import Testing

/// A fleet outside of Google Cloud: what is derived, what asmcli is told, and what is found to be wrong.
struct CloudServiceMeshTests {
  private func compiled(
    version: String = "1.30.7-asm.9", authority: String = "mesh-ca", platform: String = "gdc-vmware",
    _ sections: String = ""
  ) -> Compilation {
    let topology = """
      distribution: {name: cloud-service-mesh, version: \(version)}
      fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: \(authority)}
      clusters:
        - {name: one, network: network1, platform: gdc-vmware, apiServer: "https://one.example.com", context: one@admin}
        - {name: two, network: network2, platform: \(platform), apiServer: "https://two.example.com"}
      """
    return compile(SourceText(name: "t", bytes: Example.topology(with: topology + "\n" + sections)))
  }

  @Test(arguments: [
    ("1.31.3-asm.9", nil), ("1.31.3-asm.12", "unknown-release"), ("1.32.0-asm.1", "unknown-release"),
    ("1.30.9-asm.0", "unknown-release"), ("1.29.8-asm.11", nil), ("1.28.5-asm.12", "ended-package"),
    ("1.12.9-asm.3", "unplanned-package"),
  ])
  func `plans a package that is not known like the newest of its series`(version: String, slug: String?) {
    let compilation = compiled(version: version)
    let slugs = Set(compilation.findings.map(\.code.slug))
    #expect(
      slugs.intersection(["unknown-release", "ended-package", "unplanned-package"]) == Set([slug].compactMap { $0 }))
    #expect((compilation.plan == nil) == (slug == "unplanned-package"))
  }

  private func text(_ path: String, _ compilation: Compilation) throws -> String {
    let files = try #require(compilation.files, "\(compilation.findings.map(\.message))").files
    let file = try #require(files.first { $0.path.text == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The script of a step that is one shell command.
  private func script(_ step: String, _ compilation: Compilation) throws -> String {
    let planned = try #require(compilation.plan?.steps.first { $0.id.description == step })
    guard case .run(let commands) = planned.action else { return "" }
    return commands.compactMap(\.words.last).joined(separator: "\n")
  }

  @Test(arguments: [("1.19.10-asm.9", "asm-11910-9"), ("1.28.5-asm.12", "asm-1285-12"), ("1.30.7-asm.0", "asm-1307-0")])
  func `calls the revision what asmcli does`(version: String, revision: String) throws {
    let compilation = compiled(version: version)
    let gateway = try text("clusters/one/50-gateways/deployment-istio-eastwestgateway.yaml", compilation)
    #expect(gateway.contains("istio.io/rev: \(revision)\n"))
    #expect(try text("clusters/one/istioctl/eastwest.yaml", compilation).contains("revision: \(revision)\n"))
    #expect(try text("verify/one/00-namespace-sample.yaml", compilation).contains("istio.io/rev: \(revision)\n"))
    #expect(try !script("one/40-control-plane", compilation).contains("--revision_name"))
  }

  @Test(arguments: [
    ("1.22.8-asm.4", "mesh-ca", "gdc-vmware", "kubernetes"),
    ("1.22.8-asm.4", "ca-service", "gdc-bare-metal", "kubernetes"),
    ("1.22.8-asm.4", "istio-ca", "gdc-vmware", "istiod"), ("1.22.8-asm.4", "mesh-ca", "eks", "istiod"),
    ("1.22.8-asm.4", "mesh-ca", "gke-azure", "istiod"), ("1.23.1-asm.1", "mesh-ca", "gdc-vmware", "istiod"),
    ("1.30.7-asm.9", "ca-service", "gdc-bare-metal", "istiod"),
  ])
  func `has the certificates of webhooks issued by whoever can`(
    version: String, authority: String, platform: String, provider: String
  ) throws {
    let compilation = compiled(version: version, authority: authority, platform: platform)
    for file in ["asmcli/overlay.yaml", "istioctl/eastwest.yaml"] {
      #expect(try text("clusters/two/\(file)", compilation).contains("pilotCertProvider: \(provider)\n"))
    }
  }

  @Test(arguments: [
    ("mesh-ca", "--ca mesh_ca", "example-fleet.svc.id.goog"), ("istio-ca", "--ca citadel", "cluster.local"),
    ("ca-service", "--ca gcp_cas --ca_pool \"${CA_POOL:?", "example-fleet.svc.id.goog"),
  ])
  func `derives the trust domain from who signs`(authority: String, option: String, domain: String) throws {
    let compilation = compiled(authority: authority)
    #expect(try script("one/40-control-plane", compilation).contains(option))
    #expect(try text("README.md", compilation).contains("`spiffe://\(domain)/ns/NAMESPACE/sa/ACCOUNT`"))
    let hasPlan = try #require(compilation.files).files.contains { $0.path.text == "certificates/plan.json" }
    #expect(hasPlan == (authority == "istio-ca"))
  }

  @Test(arguments: [
    ("gdc-vmware", false), ("gdc-bare-metal", false), ("gke-aws", false), ("gke-azure", false), ("eks", true),
    ("aks", true), ("kubernetes", true),
  ])
  func `tells asmcli of attached clusters`(platform: String, isAttached: Bool) throws {
    let install = try script("two/40-control-plane", compiled(platform: platform))
    #expect(install.contains("--option attached-cluster") == isAttached)
    #expect(install.contains("--network_id network2 "))
  }

  @Test func `gives asmcli contexts that are called what istiod calls the clusters`() throws {
    let step = try LegacyScript(of: "*/70-discovery", in: compiled())
    defer { step.remove() }
    let kubectl = """
      case "$*" in
        *minify*) echo "context ${5#--context=}" ;;
        *rename-context*) sed -i "s/$3/$4/" "${5#--kubeconfig=}" ;;
        *set-cluster*) echo "$4" >> "${5#--kubeconfig=}" ;;
      esac
      """
    let (status, output) = try step.run(["kubectl": kubectl, "asmcli": "shift 2; dirname \"$1\"; cat \"$@\""])
    #expect(status == 0)
    let lines = output.split(separator: "\n").map(String.init)
    let one = ["context cn-example-fleet-global-one", "--server=https://one.example.com"]
    let two = ["context cn-example-fleet-global-two", "--server=https://two.example.com"]
    #expect(Array(lines.dropFirst()) == one + two)
    #expect(!FileManager.default.fileExists(atPath: try #require(lines.first)))
  }

  @Test func `hands asmcli the certificates once, and leaves a Secret alone that is there`() throws {
    let step = try LegacyScript(of: "one/40-control-plane", in: compiled(authority: "istio-ca"))
    defer { step.remove() }
    let programs = ["kubectl": "exit 0", "asmcli": "echo \"$@\""]
    #expect(try !step.run(programs).output.contains("--ca_cert"))
    let without = ["kubectl": "case \"$*\" in *cacerts*) exit 1 ;; esac", "asmcli": "echo \"$@\""]
    #expect(try step.run(without).status != 0, "nothing says where the certificates are")
  }

  @Test func `keeps what istioctl reads out of every folder that a controller reads`() throws {
    let files = try #require(compiled().files).files
    let inputs = files.filter { String(decoding: $0.bytes, as: UTF8.self).contains("kind: IstioOperator") }
    #expect(inputs.map(\.path.text).allSatisfy { $0.contains("/asmcli/") || $0.contains("/istioctl/") })
    #expect(inputs.count == 4)
    #expect(try !text("clusters/one/kustomization.yaml", compiled()).contains("istioctl"))
  }

  @Test(arguments: [("1.21.5-asm.1", "v1beta1"), ("1.22.8-asm.4", "v1")])
  func `opens the gateway in a version that the release serves`(version: String, apiVersion: String) throws {
    let gateway = try text("clusters/one/60-exposure/gateway-cross-network-gateway.yaml", compiled(version: version))
    #expect(gateway.contains("apiVersion: networking.istio.io/\(apiVersion)\n"))
  }

  @Test(arguments: [
    ("mesh: {id: shop}", "another-mesh-id"), ("mesh: {trustDomain: example.com}", "another-trust-domain"),
    ("controlPlane: {mode: multi-primary, revision: asm-managed-rapid}", "managed-revision"),
    ("controlPlane: {mode: multi-primary, revision: asm-11910-9}", "revision-of-another-package"),
    ("controlPlane: {mode: multi-primary, dataPlane: ambient}", "not-supported-yet"),
    ("controlPlane: {mode: multi-primary, namespace: mesh}", "not-supported-yet"),
    ("controlPlane: {mode: primary-remote}", "not-supported-yet"),
    ("certificateAuthority: {root: {lifetime: 10y}}", "unused-authority"),
    ("values: {global: {pilotCertProvider: k8s.io/signer}}", "certificate-provider"),
    ("values: {global: {variant: distroless}}", "not-supported-yet"),
    ("remoteAccess: {delivery: tokenSecret}", "not-supported-yet"),
    (
      "services: [{name: reviews, namespace: shop, clusters: [one], ports: [{name: http, number: 80, protocol: http}]}]",
      "key-not-of-mode"
    ),
    ("namespaces: [{name: shop, revision: asm-173-3}]", "unknown-revision"),
    ("namespaces: [{name: asm-system}]", "shared-namespace"),
  ])
  func `finds what is wrong with a mesh of a fleet`(sections: String, slug: String) {
    #expect(compiled(sections).findings.map(\.code.slug).contains(slug))
  }

  @Test(arguments: ["1.19.10", "1.19.10-asm", "1.19-asm.9", "asm-11910-9", "1.19.10-asm.09", "1.19.10-istio.9"])
  func `refuses what is no release of Cloud Service Mesh`(version: String) {
    #expect(compiled(version: version).findings.map(\.code.slug).contains("invalid-value"))
  }

  @Test(arguments: [
    ("arn:aws:eks:eu-west-1:123456789012:cluster/two", true), ("Two", true), ("two+admin", true),
    ("two_a.b@c:d", false),
    ("admin@two-which-has-a-name-that-is-longer-than-what-a-label-may-be-in-kubernetes", false),
  ])
  func `refuses contexts that asmcli cannot name a secret after`(context: String, isRefused: Bool) {
    let sections = """
      distribution: {name: cloud-service-mesh, version: 1.30.7-asm.9}
      fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}
      clusters:
        - {name: one, network: network1, platform: gdc-vmware, apiServer: "https://one.example.com"}
        - {name: two, network: network2, platform: gdc-vmware, apiServer: "https://two.example.com", context: "\(context)"}
      """
    #expect(Example.findings(with: sections).map(\.code.slug).contains("unusable-context") == isRefused)
  }

  @Test(arguments: [
    ("default", "gdc-vmware", "", true), ("campus", "gdc-vmware", "", false), ("campus", "eks", "", true),
    ("default", "gdc-bare-metal", ", pods: [10.1.0.0/16]", false), ("aws", "gke-aws", "", true),
  ])
  func `does not believe that pods reach each other where nothing speaks for it`(
    network: String, platform: String, pods: String, isRefused: Bool
  ) {
    let first = pods.isEmpty ? "" : ", pods: [10.2.0.0/16]"
    let sections = """
      distribution: {name: cloud-service-mesh, version: 1.30.7-asm.9}
      fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}
      networks: [{name: \(network)}]
      clusters:
        - {name: one, platform: gdc-vmware, apiServer: "https://one.example.com"\(first)}
        - {name: two, platform: \(platform), apiServer: "https://two.example.com"\(pods)}
      """
    #expect(Example.findings(with: sections).map(\.code.slug).contains("unreached-pods") == isRefused)
  }
}
