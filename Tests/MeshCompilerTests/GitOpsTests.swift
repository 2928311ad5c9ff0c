import Diagnostics
import FileTrees
import MeshCompiler
import Testing

/// What GitOps controllers are told, whatever dialect planned the mesh.
struct GitOpsTests {
  private func files(_ written: String) throws -> [String: String] {
    let files = try #require(
      compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: written))).files
    ).files
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path.text, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private static let distributions = [
    "distribution: {name: sail, version: 1.30.3}\n", "distribution: {name: istio, version: 1.30.3}\n",
  ]

  private static let argoCD = "gitops: {argoCD: {repository: \"https://git.example.com/mesh.git\", path: out}}\n"
  private static let flux = "gitops: {flux: {repository: \"https://git.example.com/mesh.git\", path: out}}\n"
  private static let store = "remoteAccess: {externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}\n"

  private func wave(_ application: String?) -> Int? {
    application?.split(separator: "\n").first { $0.contains("sync-wave") }.flatMap { line in
      line.split(separator: "\"").last.flatMap { Int($0) }
    }
  }

  /// Every path that an Application or a Kustomization names is a folder that was written.
  @Test(arguments: distributions, [argoCD, flux])
  func `points at folders that are there`(distribution: String, gitOps: String) throws {
    let files = try files(distribution + gitOps)
    let objects = files.filter { $0.key.hasPrefix("gitops/") }
    #expect(!objects.isEmpty)
    for (name, text) in objects {
      for line in text.split(separator: "\n").map({ $0.trimmingPrefix { $0 == " " } }) {
        guard let path = ["path: ./out/", "path: out/", "- $values/out/"].first(where: line.hasPrefix) else { continue }
        let folder = line.dropFirst(path.count)
        #expect(files.keys.contains { $0.hasPrefix(folder) }, "\(name): \(folder)")
      }
    }
  }

  @Test(arguments: distributions)
  func `applies nothing in an earlier wave than what it needs`(distribution: String) throws {
    let files = try files(distribution + Self.argoCD)
    let folder = "gitops/argo-cd/applications/application-example-cluster1"
    let order =
      distribution.contains("sail")
      ? ["namespaces", "operator", "control-plane", "gateways", "exposure"]
      : ["namespaces", "istio-base", "istiod", "istio-eastwestgateway", "exposure"]
    let waves = order.map { wave(files["\(folder)-\($0).yaml"]) }
    #expect(waves == [0, 1, 2, 3, 4])
    // Whoever is read by another cluster's step comes before it, and remote secrets are for people here.
    #expect(wave(files["\(folder)-discovery.yaml"]) == 5)
  }

  @Test(arguments: distributions)
  func `leaves to people what comes behind their commands, and nothing else`(distribution: String) throws {
    let files = try files(distribution + Self.argoCD + Self.store)
    let waiting = files.filter { $0.key.contains("argo-cd/applications/") && !$0.value.contains("automated:") }.keys
    let name = distribution.contains("sail") ? "control-plane" : "istiod"
    #expect(
      waiting.sorted() == [1, 2].map { "gitops/argo-cd/applications/application-example-cluster\($0)-\(name).yaml" })
  }

  @Test(arguments: distributions)
  func `waits in Flux for the Secret that people make, and for all that comes with it`(distribution: String) throws {
    let files = try files(distribution + Self.flux)
    let (step, own) = distribution.contains("sail") ? ("operator", "Subscription") : ("istio-base", "HelmRelease")
    let before = try #require(files["gitops/flux/cluster1/kustomization-mesh-\(step).yaml"])
    #expect(before.contains("    kind: Secret\n    name: cacerts\n") && before.contains("    kind: \(own)\n"))
    #expect(!before.contains("wait: true\n"))
    let namespaces = try #require(files["gitops/flux/cluster1/kustomization-mesh-namespaces.yaml"])
    #expect(namespaces.contains("prune: false\n") && namespaces.contains("wait: true\n"))
  }

  @Test func `waits for nothing twice`() throws {
    let files = try files(
      Self.distributions[1] + Self.flux + """
        networks: [{name: flat}]
        clusters:
          - {name: a, apiServer: "https://a", pods: [10.1.0.0/16]}
          - {name: b, apiServer: "https://b", pods: [10.2.0.0/16]}
        namespaces: [{name: shop}]
        """)
    let istiod = try #require(files["gitops/flux/a/kustomization-mesh-istiod.yaml"])
    #expect(istiod.split(separator: "\n").count { $0.contains("istio-reader-service-account") } == 1)
  }

  @Test(arguments: distributions)
  func `starts no external control plane before its kubeconfig is there`(distribution: String) throws {
    let files = try files(
      distribution + Self.flux + """
        controlPlane: {mode: external}
        clusters:
          - {name: host, role: external, network: network1, apiServer: "https://h", gateway: {address: 192.0.2.1}}
          - {name: work, role: config, network: network2, apiServer: "https://w"}
        """)
    let exposure = try #require(files["gitops/flux/host/kustomization-mesh-exposure.yaml"])
    #expect(exposure.contains("name: istio-kubeconfig\n"))
    let last = distribution.contains("sail") ? "traffic" : "istiod-external-istiod"
    let controlPlane = try #require(files["gitops/flux/host/kustomization-mesh-\(last).yaml"])
    #expect(controlPlane.contains("- name: mesh-exposure\n"))
  }

  @Test func `lets a remote's gateway wait for what lets the primary read it`() throws {
    let files = try files(
      """
      distribution: {name: sail, version: 1.30.3}
      controlPlane: {mode: primary-remote}
      clusters:
        - {name: p, network: network1, apiServer: "https://p", gateway: {address: 192.0.2.1}}
        - {name: r, network: network2, role: remote, apiServer: "https://r"}

      """ + Self.flux + Self.store)
    let gateway = try #require(files["gitops/flux/r/kustomization-mesh-gateways.yaml"])
    #expect(gateway.contains("dependsOn:\n  - name: mesh-discovery\n"))
    let controlPlane = try #require(files["gitops/flux/r/kustomization-mesh-control-plane.yaml"])
    #expect(controlPlane.contains("c.type == 'Reconciled'"))
  }

  @Test func `gives Flux the values that Helm is given`() throws {
    let files = try files(Self.distributions[1] + Self.flux)
    let values = try #require(files["clusters/cluster1/helm/istiod.values.yaml"]).split(separator: "\n").dropFirst()
    let release = try #require(files["gitops/flux-releases/cluster1/istiod/helmrelease-istiod.yaml"])
    #expect(release.hasSuffix("  values:\n" + values.map { "    \($0)\n" }.joined()))
  }

  @Test(arguments: [
    ("{argoCD: {}}", ["missing-key"]), ("{}", ["missing-key"]), ("{argo: {}}", ["unknown-key"]),
    ("{argoCD: {repository: \"git@git.example.com:mesh.git\"}}", ["invalid-value"]),
    ("{argoCD: {repository: \"https://user:token@git.example.com/mesh.git\"}}", ["key-material"]),
    ("{argoCD: {repository: \"https://git.example.com\"}}", ["invalid-value"]),
    ("{flux: {repository: \"https://git.example.com/mesh.git\", path: ../mesh}}", ["invalid-value"]),
    ("{flux: {repository: \"https://git.example.com/mesh.git\", path: /mesh}}", ["invalid-value"]),
    ("{flux: {repository: \"https://git.example.com/mesh.git\", project: mesh}}", ["unknown-key"]),
    (
      "{flux: {repository: \"https://git.example.com/a.git\"}, argoCD: {repository: \"https://git.example.com/a.git\"}}",
      ["not-supported-yet"]
    ),
  ])
  func `refuses a repository that is none, and two controllers`(written: String, slugs: [String]) {
    #expect(Example.findings(with: "gitops: \(written)").map(\.code.slug).contains(slugs[0]), "\(written)")
  }

  @Test func `says that a controller would apply what is not known yet`() {
    let findings = Example.findings(
      with: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: p, network: network1, apiServer: "https://p"}
          - {name: r, network: network2, role: remote, apiServer: "https://r"}

        """ + Self.argoCD)
    #expect(findings.contains { $0.help?.hasSuffix("before the GitOps controller applies it as it is") == true })
  }
}
