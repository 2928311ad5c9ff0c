import Diagnostics
import FileTrees
import MeshCompiler
import Testing

/// What all clusters share, said once: the same output as where each says it, and one finding for each mistake.
struct DefaultsTests {
  /// The same topology with defaults, and written out.
  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let shared: String
    let spelledOut: String
  }

  private static let pairs = [
    Pair(
      testDescription: "deep mappings, lists, and what is undone",
      shared: """
        defaults:
          platform: eks
          gateway: {service: {annotations: {a.example.com/x: one}, loadBalancerSourceRanges: [198.51.100.0/24, 203.0.113.0/24]}}
          certificateAuthority: {key: {algorithm: RSA, size: 4096}, delivery: {externalSecrets: {store: {kind: SecretStore, name: vault}}}}
          values: {global: {logging: {level: "default:warning"}}}
        clusters:
          - {name: a, network: network1, apiServer: "https://a", gateway: {address: 192.0.2.1, service: {annotations: {a.example.com/y: two}}}}
          - name: b
            network: network2
            apiServer: https://b
            platform: ~
            gateway: {service: {annotations: {a.example.com/x: null}, loadBalancerSourceRanges: 192.0.2.0/24}}
            certificateAuthority: {key: {algorithm: ECDSA, curve: P256}, delivery: {externalSecrets: {pathPrefix: b}}}
            values: {global: {logAsJson: true}}
          - {name: c, network: network2, apiServer: "https://c", gateway: null, pods: 10.3.0.0/16, certificateAuthority: {delivery: manual}}
        """,
      spelledOut: """
        clusters:
          - name: a
            network: network1
            platform: eks
            apiServer: https://a
            gateway: {address: 192.0.2.1, service: {annotations: {a.example.com/x: one, a.example.com/y: two}, loadBalancerSourceRanges: [198.51.100.0/24, 203.0.113.0/24]}}
            certificateAuthority: {key: {algorithm: RSA, size: 4096}, delivery: {externalSecrets: {store: {kind: SecretStore, name: vault}}}}
            values: {global: {logging: {level: "default:warning"}}}
          - name: b
            network: network2
            apiServer: https://b
            gateway: {service: {loadBalancerSourceRanges: [192.0.2.0/24]}}
            certificateAuthority: {key: {algorithm: ECDSA, curve: P256}, delivery: {externalSecrets: {store: {kind: SecretStore, name: vault}, pathPrefix: b}}}
            values: {global: {logAsJson: true, logging: {level: "default:warning"}}}
          - name: c
            network: network2
            platform: eks
            apiServer: https://c
            pods: [10.3.0.0/16]
            certificateAuthority: {key: {algorithm: RSA, size: 4096}, delivery: manual}
            values: {global: {logging: {level: "default:warning"}}}
        """),
    Pair(
      testDescription: "roles and primaries",
      shared: """
        controlPlane: {mode: primary-remote}
        defaults: {role: remote, primary: p, network: network1, gateway: {replicas: 3}}
        clusters:
          - {name: p, apiServer: "https://p", gateway: {address: 192.0.2.1}}
          - {name: q, role: primary, network: network2, apiServer: "https://q", gateway: {autoscaling: {maxReplicas: 4}, address: 192.0.2.2}}
          - {name: r, apiServer: "https://r"}
          - {name: s, primary: q, network: network2, apiServer: "https://s"}
        """,
      spelledOut: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: p, network: network1, apiServer: "https://p", gateway: {address: 192.0.2.1, replicas: 3}}
          - {name: q, network: network2, apiServer: "https://q", gateway: {autoscaling: {maxReplicas: 4}, address: 192.0.2.2}}
          - {name: r, network: network1, primary: p, apiServer: "https://r", gateway: {replicas: 3}}
          - {name: s, network: network2, primary: q, apiServer: "https://s", gateway: {replicas: 3}}
        """),
    Pair(
      testDescription: "Helm",
      shared: """
        distribution: {name: istio, version: 1.30.3}
        defaults: {platform: gke, locality: {region: europe-west3}, gateway: {resources: {requests: {cpu: 500m, memory: 256Mi}}}}
        clusters:
          - {name: a, network: network1, apiServer: "https://a", locality: {zone: europe-west3-a}}
          - {name: b, network: network2, apiServer: "https://b", gateway: {resources: {requests: {cpu: "1"}}}}
        """,
      spelledOut: """
        distribution: {name: istio, version: 1.30.3}
        clusters:
          - {name: a, platform: gke, network: network1, apiServer: "https://a", locality: {region: europe-west3, zone: europe-west3-a}, gateway: {resources: {requests: {cpu: 500m, memory: 256Mi}}}}
          - {name: b, platform: gke, network: network2, apiServer: "https://b", locality: {region: europe-west3}, gateway: {resources: {requests: {cpu: "1", memory: 256Mi}}}}
        """),
    Pair(
      testDescription: "a fleet",
      shared: """
        distribution: {name: cloud-service-mesh, version: 1.28.5-asm.12}
        fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}
        defaults: {platform: gdc-vmware, gateway: {service: {loadBalancerSourceRanges: 198.51.100.0/24}}}
        clusters:
          - {name: a, network: network1}
          - {name: b, network: network2, platform: gdc-bare-metal}
        """,
      spelledOut: """
        distribution: {name: cloud-service-mesh, version: 1.28.5-asm.12}
        fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}
        clusters:
          - {name: a, network: network1, platform: gdc-vmware, gateway: {service: {loadBalancerSourceRanges: [198.51.100.0/24]}}}
          - {name: b, network: network2, platform: gdc-bare-metal, gateway: {service: {loadBalancerSourceRanges: [198.51.100.0/24]}}}
        """),
    Pair(
      testDescription: "control planes that do not see each other",
      shared: """
        distribution: {name: istio, version: 1.4.10}
        controlPlane: {mode: replicated}
        defaults: {kubernetes: 1.16, dns: {server: coredns, version: 1.6.2}}
        clusters:
          - {name: a, network: network1}
          - {name: b, network: network2, dns: {server: kube-dns, globalClusterIP: 10.4.0.9}}
        services:
          - name: httpbin
            namespace: app2
            clusters: b
            ports: [{name: http, number: 8000, protocol: http}]
            global: {importedBy: a}
        """,
      spelledOut: """
        distribution: {name: istio, version: 1.4.10}
        controlPlane: {mode: replicated}
        clusters:
          - {name: a, network: network1, kubernetes: 1.16, dns: {server: coredns, version: 1.6.2}}
          - {name: b, network: network2, kubernetes: 1.16, dns: {server: kube-dns, globalClusterIP: 10.4.0.9}}
        services:
          - name: httpbin
            namespace: app2
            clusters: [b]
            ports: [{name: http, number: 8000, protocol: http}]
            global: {importedBy: [a]}
        """),
    Pair(
      testDescription: "meshes that federate, of clusters that are names",
      shared: """
        distribution: {name: maistra, version: 2.6}
        controlPlane: {mode: federated}
        kind: Topology
        apiVersion: meshgen/v1
        metadata: example
        defaults: {platform: openshift}
        clusters: [a, b]
        meshes:
          - {name: red, cluster: a, members: shop, ingress: {domain: a.example.com}}
          - {name: green, cluster: b, members: shop, ingress: {domain: b.example.com}}
        peers: [red, green]
        """,
      spelledOut: """
        distribution: {name: maistra, version: 2.6}
        controlPlane: {mode: federated}
        kind: Topology
        apiVersion: meshgen/v1
        metadata: {name: example}
        clusters: [{name: a, platform: openshift}, {name: b, platform: openshift}]
        meshes:
          - {name: red, cluster: a, members: [shop], ingress: {domain: a.example.com}}
          - {name: green, cluster: b, members: [shop], ingress: {domain: b.example.com}}
        peers: [[red, green]]
        """),
  ]

  @Test(arguments: pairs)
  func `compiles what is shared as if each cluster said it`(pair: Pair) throws {
    func files(_ written: String) throws -> [String: [UInt8]] {
      let compilation = compile(SourceText(name: "t", bytes: Example.topology(with: written)))
      let errors = compilation.findings.filter { $0.severity == .error }.map(\.message)
      let files = try #require(compilation.files, "\(errors)").files
      return Dictionary(uniqueKeysWithValues: files.map { ($0.path.text, $0.bytes) })
    }
    let (shared, spelledOut) = (try files(pair.shared), try files(pair.spelledOut))
    #expect(shared.count > 10 && shared.keys == spelledOut.keys)
    for (path, bytes) in spelledOut { #expect(shared[path] == bytes, "\(path)") }
  }

  /// Mistakes in `defaults: {…}` above four clusters, and what is found: as `line:column slug`.
  @Test(arguments: [
    ("platfrom: eks", ["12 unknown-key"]), ("platform: openshfit", ["22 unknown-word"]),
    ("gateway: {annotations: {a: b}}", ["22 unknown-key"]), ("gateway: {replicas: none}", ["32 invalid-value"]),
    ("gateway: [a]", ["21 wrong-kind"]), ("gateway: {service: {type: ClusterIP}}", ["38 gateway-service"]),
    ("gateway: {replicas: 1, disruptionBudget: {minAvailable: 1}}", ["68 gateway-scaling"]),
    ("role: remote", ["18 role-not-of-mode"]), ("apiServer: https://x", ["12 owned-by-each"]),
    ("name: x", ["12 owned-by-each"]), ("gateway: {address: 192.0.2.1}", ["22 owned-by-each"]),
    ("locality: {zone: x}", ["23 missing-key"]), ("locality: ''", ["22 wrong-kind"]),
    ("certificateAuthority: {issuer: nobody}", ["43 unknown-issuer"]),
    ("values: {global: {meshid: x}}", ["30 unknown-value"]), ("labels: {a: b}", ["12 unknown-key"]),
  ])
  func `finds a mistake once, where it was written`(written: String, wanted: [String]) {
    let text = """
      clusters:
        - {name: a, network: network1, apiServer: "https://a", pods: 10.1.0.0/16}
        - {name: b, network: network2, apiServer: "https://b", pods: 10.1.0.0/16}
        - {name: c, network: network2, apiServer: "https://c", pods: 10.2.0.0/16}
        - {name: d, network: network2, apiServer: "https://d", pods: 10.3.0.0/16}
      defaults: {\(written)}
      """
    let source = SourceText(name: "t", bytes: Example.topology(with: text))
    let found = compile(source).findings.filter { $0.severity == .error }
    let places = found.map { "\(source.position(of: $0.place.range.start).column) \($0.code.slug)" }
    #expect(places == wanted, "\(found.map(\.message))")
    #expect(found.allSatisfy { !$0.message.contains("clusters[") })
  }

  @Test func `names the clusters that a shared mistake is about`() throws {
    let findings = Example.findings(
      with: """
        defaults: {network: dublin}
        clusters:
          - {name: a, apiServer: "https://a"}
          - {name: b, apiServer: "https://b"}
          - {name: c, apiServer: "https://c", network: network1}
          - {name: d, apiServer: "https://d"}
        """)
    let finding = try #require(findings.first)
    #expect(findings.map(\.code.slug) == ["unknown-network"])
    #expect(finding.message.contains("`a`"))
    #expect(finding.notes.map(\.words) == ["the networks begin here", "of this cluster, too", "of this cluster, too"])
  }

  @Test(arguments: [
    "locallity: ~", "gateway: {replica: ~}", "gateway: {service: {annotation: null}}", "platform: ~\n    netwrok: ~",
  ])
  func `finds a misspelt key that does without a default`(written: String) {
    let findings = Example.findings(
      with: """
        defaults: {platform: gdc-vmware}
        clusters:
          - name: a
            network: network1
            apiServer: https://a
            \(written)
          - {name: b, network: network2, apiServer: "https://b"}
        """)
    #expect(findings.filter { $0.severity == .error }.map(\.code.slug) == ["unknown-key"])
  }

  @Test(arguments: ["pods:", "gateway:", "gateway: {service: }"])
  func `takes an empty place for a value that is missing`(written: String) {
    let findings = Example.findings(
      with: """
        defaults: {gateway: {replicas: 2}}
        clusters:
          - name: a
            network: network1
            apiServer: https://a
            \(written)
          - {name: b, network: network2, apiServer: "https://b"}
        """)
    #expect(findings.map(\.code.slug) == ["missing-key"])
  }
}
