import Diagnostics
import Manifests
import MeshCompiler
internal import Planning
import Testing

/// What a topology can say of a gateway, and what of it does not agree.
struct GatewayTests {
  private static func topology(_ gateway: String, platform: String = "kubernetes", more: String = "") -> String {
    """
    clusters:
      - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", platform: \(platform), gateway: \(gateway)}
      - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"\(more)}
    """
  }

  private func findings(_ gateway: String, platform: String = "kubernetes", more: String = "", with rest: String = "")
    -> [String]
  {
    Example.findings(with: Self.topology(gateway, platform: platform, more: more) + "\n" + rest).map(\.code.slug)
  }

  @Test(arguments: [
    "{replicas: 2, autoscaling: {maxReplicas: 3}}",
    "{autoscaling: {minReplicas: 4, maxReplicas: 3}}",
    "{autoscaling: {cpu: 120}}",
    "{replicas: 2, disruptionBudget: {minAvailable: 2}}",
    "{disruptionBudget: {minAvailable: 2}}",
    "{autoscaling: {minReplicas: 3}, disruptionBudget: {minAvailable: 3}}",
    "{resources: {requests: {memory: 1Gi}}}",
    "{resources: {requests: {cpu: 2}, limits: {cpu: 500m}}}",
    "{resources: {requests: {cpu: 1, memory: 1025Mi}, limits: {memory: 1Gi}}}",
  ])
  func `numbers that do not agree are refused`(gateway: String) {
    #expect(findings(gateway) == ["gateway-scaling"])
  }

  @Test(arguments: [
    "{service: {type: ClusterIP}}",
    "{service: {nodePorts: {tls: 30443}}}",
    "{address: 192.0.2.1, service: {type: NodePort, loadBalancerSourceRanges: [198.51.100.0/24]}}",
    "{service: {type: ClusterIP, externalIPs: [192.0.2.1], nodeSelector: {a: b}}}",
    "{address: 192.0.2.1, service: {type: NodePort, nodePorts: {tls: 30443, status-port: 30443}}}",
    "{address: 192.0.2.1, service: {loadBalancerIP: 192.0.2.2}}",
  ])
  func `Services that others cannot use are refused`(gateway: String) {
    #expect(findings(gateway) == ["gateway-service"])
  }

  @Test func `node ports lead to no control plane`() {
    let remote = ", role: remote"
    let mode = "controlPlane: {mode: primary-remote}"
    #expect(
      findings("{service: {type: NodePort}}", more: remote, with: mode).filter { $0 != "unbound-value" }
        == ["gateway-service"])
    #expect(findings("{kind: gateway-api, address: 192.0.2.1}", more: remote, with: mode) == ["gateway-kind"])
  }

  @Test(arguments: [
    "{service: {nodePorts: {tls: 443}}}", "{service: {nodePorts: {http: 30080}}}", "{replicas: 0}", "{replicas: 1.5}",
    "{resources: {requests: {cpu: 1 core}}}", "{service: {loadBalancerIP: gateway.example.com}}",
  ])
  func `values that are none are refused`(gateway: String) {
    #expect(findings(gateway) == ["invalid-value"])
  }

  @Test(arguments: [
    "{kind: gateway-api, replicas: 2}", "{kind: gateway-api, address: 192.0.2.1, service: {type: NodePort}}",
  ])
  func `what Gateway API cannot say is refused`(gateway: String) {
    #expect(findings(gateway) == ["not-supported-yet"])
  }

  @Test(arguments: [
    ("{address: 8.8.8.8}", "kubernetes", true), ("{address: 192.0.2.1}", "eks", false),
    ("{address: 10.1.2.3}", "aks", false), ("{address: '2600:1f00::1'}", "kubernetes", true),
    ("{address: 'fd00::1'}", "gke", false), ("{replicas: 2}", "gke", true), ("{replicas: 2}", "kubernetes", false),
    ("{service: {loadBalancerSourceRanges: [198.51.100.0/24]}}", "gke", false),
    ("{service: {annotations: {networking.gke.io/load-balancer-type: Internal}}}", "gke", false),
    ("{service: {annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing}}}", "eks", true),
    ("{address: 192.0.2.1, service: {type: NodePort}}", "eks", false),
  ])
  func `a gateway that the internet reaches says whom it lets in`(gateway: String, platform: String, isOpen: Bool) {
    #expect(findings(gateway, platform: platform) == (isOpen ? ["open-gateway"] : []))
  }

  @Test(arguments: [
    ("{replicas: 1}", ["Deployment", "Service", "ServiceAccount"]),
    ("{replicas: 3}", ["Deployment", "PodDisruptionBudget", "Service", "ServiceAccount"]),
    (
      "{autoscaling: {maxReplicas: 8}}",
      ["Deployment", "HorizontalPodAutoscaler", "PodDisruptionBudget", "Service", "ServiceAccount"]
    ),
    ("{kind: gateway-api}", ["Gateway"]),
  ])
  func `has the objects that it needs`(gateway: String, kinds: [String]) throws {
    let bytes = Example.topology(with: Self.topology(gateway))
    let plan = try #require(compile(SourceText(name: "t", bytes: bytes)).plan)
    let step = try #require(plan.steps.first { $0.id.description == "cluster1/50-gateways" })
    #expect(step.resources.map(\.kind).sorted() == kinds)
  }
}
