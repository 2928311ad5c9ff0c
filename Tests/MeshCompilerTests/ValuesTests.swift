import Diagnostics
internal import Manifests
import MeshCompiler
import Planning
import Testing
internal import YAMLWriting

/// Istio's own values, and patches: what reaches which object, and what is refused.
struct ValuesTests {
  @Test(arguments: [
    ("values: {global: {hub: example.com/istio}}", "Istio", "hub: example.com/istio"),
    ("values: {global: {hub: example.com/istio}}", "IstioCNI", "hub: example.com/istio"),
    ("values: {cni: {chained: false}}", "IstioCNI", "chained: false"),
    ("values: {pilot: {traceSampling: 0.25}}", "Istio", "traceSampling: 0.25"),
    ("values: {pilot: {resources: {requests: {cpu: 500m, memory: 1}}}}", "Istio", "memory: 1"),
    (#"values: {pilot: {env: {A: "true"}}}"#, "Istio", #"A: "true""#),
    ("values: {experimental: {anything: [1, {b: c}]}}", "Istio", "- b: c"),
    ("values: {meshConfig: {trustDomain: cluster.local}}", "Istio", "trustDomain: cluster.local"),
    (patch("Istio", "default", "{spec: {values: {pilot: {replicaCount: 2}}}}"), "Istio", "replicaCount: 2"),
    (patch("Deployment", "sleep", "{spec: {replicas: 2}}"), "Deployment", "replicas: 2"),
    (patch("Namespace", "istio-system", "{metadata: {labels: {team: mesh}}}"), "Namespace", "team: mesh"),
    (patch("Deployment", "istio-eastwestgateway", "{spec: {strategy: ~}}"), "Deployment", "selector:"),
  ])
  func `reach the object that knows them`(written: String, kind: String, line: String) throws {
    let compilation = compile(SourceText(name: "t", bytes: Example.topology(with: written)))
    let plan = try #require(compilation.plan, "\(compilation.findings)")
    let objects = (plan.steps.flatMap(\.resources) + plan.verifications.flatMap(\.resources)).filter { $0.kind == kind }
    let texts = objects.map { $0.document(partOf: plan.mesh).yaml }
    #expect(texts.contains { $0.contains(line) }, "\(texts)")
  }

  @Test(arguments: [
    ("values: {global: {network: other}}", "contradicted-value"),
    ("values: {global: {meshID: other}}", "contradicted-value"),
    ("values: {global: {remotePilotAddress: 192.0.2.1}}", "contradicted-value"),
    ("values: {meshConfig: {trustDomain: other}}", "contradicted-value"),
    ("values: {pilot: {enabled: false}}", "contradicted-value"),
    ("values: {revision: canary}", "contradicted-value"),
    ("values: {ztunnel: {logLevel: debug}}", "unknown-value"),
    ("values: {pilot: {replica: 2}}", "unknown-value"),
    ("values: {pilot: {env: {PILOT_HTTP10: true}}}", "wrong-value"),
    ("values: {pilot: {env: {PILOT_HTTP10: 1}}}", "wrong-value"),
    ("values: {pilot: {replicaCount: \"2\"}}", "wrong-value"),
    ("values: {pilot: {replicaCount: [2]}}", "wrong-value"),
    ("values: {pilot: {replicaCount: {a: 2}}}", "wrong-value"),
    ("values: {pilot: {image: no}}", "wrong-value"),
    ("values: {pilot: {image: ~}}", "wrong-value"),
    ("values: {global: {imagePullPolicy: Sometimes}}", "wrong-value"),
    ("values: {experimental: {some: 0x10}}", "wrong-value"),
    ("values: []", "wrong-kind"),
    (patch("Istio", "default", "{spec: {version: v1.30.0}}"), "contradicted-value"),
    (patch("Istio", "default", "{spec: {profile: remote}}"), "contradicted-value"),
    (patch("Istio", "default", "{spec: {values: {global: {network: ~}}}}"), "contradicted-value"),
    (patch("Istio", "default", "{spec: {values: {pilot: {env: {PILOT_HTTP10: 1}}}}}"), "wrong-value"),
    (patch("Istio", "default", "{spec: {values: {pilots: {}}}}"), "unknown-value"),
    (patch("Istio", "default", "{kind: Other}"), "patched-plan"),
    (patch("Istio", "default", "{metadata: {name: other}}"), "patched-plan"),
    (patch("Namespace", "istio-system", "{metadata: {labels: {app.kubernetes.io/part-of: x}}}"), "patched-plan"),
    (patch("Service", "istio-eastwestgateway", "{spec: {selector: {app: other}}}"), "patched-plan"),
    (patch("Deployments", "istio-eastwestgateway", "{spec: {replicas: 2}}"), "unmatched-patch"),
    (patch("Deployment", "eastwestgateway", "{spec: {replicas: 2}}"), "unmatched-patch"),
    (patch("Deployment", "istio-eastwestgateway, cluster: other", "{spec: {replicas: 2}}"), "unknown-cluster"),
    (patch("Deployment", "istio-eastwestgateway", "{spec: {paused: ~}}"), "unmatched-patch"),
    (patch("Deployment", "istio-eastwestgateway", "{metadata: {annotations: {a: ~}}}"), "unmatched-patch"),
    (patch("Deployment", "istio-eastwestgateway", "{spec: {replica: 2}}"), "unknown-field"),
    (
      patch("Deployment", "istio-eastwestgateway", "{spec: {template: {spec: {initContainers: [{nam: a}]}}}}"),
      "unknown-field"
    ),
    (patch("Deployment", "istio-eastwestgateway", "{spec: {selector: {matchLabels: {a: b}}}}"), "patched-plan"),
    (patch("Secret", "istio-reader-service-account-istio-remote-secret-token", "{type: Opaque}"), "patched-plan"),
    (patch("Service", "istio-eastwestgateway", "{spec: {clusterIP: None}}"), "patched-plan"),
    (patch("HorizontalPodAutoscaler", "istio-eastwestgateway", "{spec: {minReplicas: 9}}"), "faulty-object"),
    (patch("PodDisruptionBudget", "istio-eastwestgateway", "{spec: {minAvailable: 2}}"), "faulty-object"),
    ("values: {meshConfig: {outboundTrafficPolicy: {mode: REGISTRYONLY}}}", "wrong-value"),
    ("values: {meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_NETWORK: other}}}}", "contradicted-value"),
    ("values: {meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_CLUSTER_ID: other}}}}", "contradicted-value"),
    (
      "values: {meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_REQUESTED_NETWORK_VIEW: network1}}}}",
      "contradicted-value"
    ),
    ("values: {pilot: {env: {CLUSTER_ID: one}}}", "contradicted-value"),
    ("values: {global: {tag: 1.30.2}}", "other-images"),
    ("values: {global: {proxy: {image: \"proxyv2:1.29.0\"}}}", "other-images"),
  ])
  func `are refused`(written: String, slug: String) {
    #expect(Example.findings(with: written).map(\.code.slug) == [slug])
  }

  /// A patch of the object that the operator installs Istio by says what the topology's own values would.
  @Test(arguments: [
    ("{meshConfig: {discoverySelectors: [{matchLabels: {a: b}}]}}", "hidden-control-plane"),
    ("{meshConfig: {defaultServiceExportTo: [\".\"]}}", "hidden-exports"),
    ("{meshConfig: {enableAutoMtls: false}}", "plaintext-across-networks"),
    ("{pilot: {env: {ENABLE_CA_SERVER: \"false\"}}}", "another-signer"),
    ("{pilot: {env: {PILOT_HTTP1: \"true\"}}}", "unknown-variable"),
    ("{global: {caAddress: \"csr.cert-manager.svc:443\"}}", "another-signer"),
    ("{global: {caAddress: \"istiod.other.svc:15012\"}}", "another-signer"),
    ("{meshConfig: {defaultConfig: {proxyMetadata: {CA_ADDR: \"csr.cert-manager.svc:443\"}}}}", "another-signer"),
    ("{global: {meshNetworks: {network1: {endpoints: [{fromRegistry: other}]}}}}", "mesh-networks"),
    ("{meshConfig: {serviceSettings: [{settings: {clusterLocal: true}, hosts: [\"*\"]}]}}", "kept-at-home"),
    ("{meshConfig: {extensionProviders: [{name: z, zipkin: {service: z.t.svc.other, port: 1}}]}}", "foreign-host"),
    ("{meshConfig: {defaultConfig: {discoveryAddress: \"istiod.other.svc:15012\"}}}", "severed-link"),
    ("{meshConfig: {defaultConfig: {discoveryAddress: \"istiod.istio-system.svc:15010\"}}}", "severed-link"),
    ("{pilot: {replicaCount: 0}}", "severed-link"), ("{global: {omitSidecarInjectorConfigMap: true}}", "severed-link"),
    ("{pilot: {env: {ENABLE_MCS_SERVICE_DISCOVERY: \"true\"}}}", "exported-services-only"),
    ("{pilot: {env: {AMBIENT_ENABLE_MULTI_NETWORK: \"true\"}}}", "unknown-variable"),
  ])
  func `mean the same in a patch`(values: String, slug: String) {
    #expect(Example.findings(with: "values: \(values)").map(\.code.slug) == [slug])
    #expect(
      Example.findings(with: Self.patch("Istio", "default", "{spec: {values: \(values)}}")).map(\.code.slug) == [slug])
  }

  @Test(arguments: [
    patch(
      "Deployment", "istio-eastwestgateway", "{spec: {strategy: {type: Recreate}}, metadata: {annotations: {a: b}}}"),
    patch("HorizontalPodAutoscaler", "istio-eastwestgateway", "{spec: {minReplicas: 4, maxReplicas: 9}}"),
    "values: {global: {tag: 1.30.3-distroless}}", "values: {global: {tag: latest}}",
    "values: {global: {caAddress: \"istiod.istio-system.svc:15012\"}}",
    "values: {meshConfig: {defaultConfig: {discoveryAddress: \"istiod.istio-system.svc.cluster.local:15012\"}}}",
    "values: {meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: \"true\"}}}}",
    "values: {pilot: {env: {RESOLVE_HOSTNAME_GATEWAYS: \"false\"}}}",
    "values: {meshConfig: {extensionProviders: [{name: z, zipkin: {service: z.t.svc.cluster.local, port: 1}}]}}",
  ])
  func `are taken where they sever nothing`(written: String) {
    #expect(Example.findings(with: written).map(\.message) == [])
  }

  @Test func `of a cluster come before those of the mesh`() throws {
    let written = """
      values: {pilot: {replicaCount: 2, image: pilot}}
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - name: cluster2
          network: network2
          apiServer: "https://api.two.example.com:6443"
          values: {pilot: {replicaCount: 3}}
      """
    let compilation = compile(SourceText(name: "t", bytes: Example.topology(with: written)))
    let istios = try #require(compilation.plan).steps.flatMap(\.resources).filter { $0.kind == "Istio" }
    #expect(istios.map { $0.content["spec"]?["values"]?["pilot"]?["replicaCount"] } == [2, 3])
    #expect(istios.map { $0.content["spec"]?["values"]?["pilot"]?["image"] } == ["pilot", "pilot"])
  }

  private static func patch(_ kind: String, _ name: String, _ merge: String) -> String {
    "patches: [{target: {kind: \(kind), name: \(name)}, merge: \(merge)}]"
  }
}
