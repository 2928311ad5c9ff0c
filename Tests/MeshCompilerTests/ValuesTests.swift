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
    (patch("Deployment", "istio-eastwestgateway, cluster: other", "{spec: {replicas: 2}}"), "unmatched-patch"),
    (patch("Deployment", "istio-eastwestgateway", "{spec: {paused: ~}}"), "unmatched-patch"),
  ])
  func `are refused`(written: String, slug: String) {
    #expect(Example.findings(with: written).map(\.code.slug) == [slug])
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
