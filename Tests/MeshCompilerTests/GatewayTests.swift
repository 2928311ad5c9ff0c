import Diagnostics
internal import FileTrees
import Manifests
import MeshCompiler
internal import Planning
import Testing
internal import YAMLWriting

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
    ("{service: {loadBalancerSourceRanges: [198.51.100.0/24, 0.0.0.0/0]}}", "gke", true),
    ("{address: 8.8.8.8, service: {loadBalancerSourceRanges: '::/0'}}", "kubernetes", true),
    ("{service: {annotations: {networking.gke.io/load-balancer-type: External}}}", "gke", true),
    ("{service: {annotations: {networking.gke.io/load-balancer-type: Internal}}}", "eks", true),
    ("{service: {annotations: {service.beta.kubernetes.io/aws-load-balancer-internal: 'false'}}}", "eks", true),
    ("{service: {annotations: {service.beta.kubernetes.io/azure-allowed-ip-ranges: 198.51.100.0/24}}}", "aks", false),
    ("{service: {annotations: {service.beta.kubernetes.io/azure-allowed-ip-ranges: 198.51.100.0/24}}}", "eks", true),
    ("{service: {annotations: {service.beta.kubernetes.io/azure-allowed-service-tags: Internet}}}", "aks", true),
  ])
  func `a gateway that the internet reaches says whom it lets in`(gateway: String, platform: String, isOpen: Bool) {
    #expect(findings(gateway, platform: platform) == (isOpen ? ["open-gateway"] : []))
  }

  @Test(arguments: [
    "{address: 192.0.2.1, service: {loadBalancerIP: 192.0.2.9}}",
    "{address: 192.0.2.1, service: {type: ClusterIP, externalIPs: 192.0.2.9}}",
    "{address: 192.0.2.1, service: {annotations: {metallb.io/loadBalancerIPs: '192.0.2.9,192.0.2.8'}}}",
    "{address: 192.0.2.1, service: {annotations: {lbipam.cilium.io/ips: 192.0.2.9}}}",
  ])
  func `an address that the Service does not get is refused`(gateway: String) {
    #expect(findings(gateway) == ["gateway-service"])
    #expect(findings(gateway.replacing("192.0.2.9", with: "192.0.2.1")) == [])
  }

  @Test(arguments: [
    ("{tls: 31443}", ["foreign-balancer"]), ("{tls: 31443, tls-istiod: 31012}", ["foreign-balancer"]),
    ("{tls: 31443, tls-istiod: 31012, tls-webhook: 31017}", []),
  ])
  func `a balancer before a primary has the ports of its remotes to lead on`(ports: String, slugs: [String]) {
    let gateway = "{address: 192.0.2.1, port: 8443, service: {type: NodePort, nodePorts: \(ports)}}"
    let written = Self.topology(gateway, more: ", role: remote") + "\ncontrolPlane: {mode: primary-remote}"
    #expect(Example.findings(with: written).map(\.code.slug) == slugs)
  }

  @Test(arguments: [
    ("sharing: {except: [sample]}", ["kept-at-home"]), ("sharing: {except: [helloworld.sample]}", ["kept-at-home"]),
    ("sharing: {except: [shop, other.sample]}", []), ("sharing: {only: [shop]}", []),
    (
      "sharing: {only: [shop]}\nvalues: {meshConfig: {serviceSettings: [{settings: {clusterLocal: false}, "
        + "hosts: ['*.pay.svc.cluster.local']}]}}", ["shared-twice"]
    ),
  ])
  func `sharing leaves the sample to everybody, and has the last word`(written: String, slugs: [String]) {
    #expect(Example.findings(with: written).map(\.code.slug) == slugs)
  }

  @Test(arguments: [
    ("RESOLVE_HOSTNAME_GATEWAYS", "{address: gw.example.com}", "kubernetes", ["severed-link"]),
    ("RESOLVE_HOSTNAME_GATEWAYS", "{service: {loadBalancerSourceRanges: 198.51.100.0/24}}", "eks", ["severed-link"]),
    ("RESOLVE_HOSTNAME_GATEWAYS", "{address: 192.0.2.1}", "kubernetes", []),
    ("PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API", "{kind: gateway-api}", "kubernetes", ["severed-link"]),
    ("PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API", "{replicas: 2}", "kubernetes", []),
  ])
  func `a switch that is off severs those who rest on it`(
    name: String, gateway: String, platform: String, slugs: [String]
  ) {
    let values = "values: {pilot: {env: {\(name): \"false\"}}}"
    #expect(findings(gateway, platform: platform, with: values) == slugs)
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

  private func errors(_ gateway: String, more: String = "", with rest: String = "") -> [String] {
    Example.findings(with: Self.topology(gateway, more: more) + "\n" + rest).filter { $0.severity == .error }
      .map(\.code.slug)
  }

  @Test(arguments: [
    ("{port: 15021}", ""), ("{port: 443, service: {type: NodePort}}", ""),
    (
      "{port: 443}",
      "distribution: {name: istio, version: 1.30.3}\ncontrolPlane: {mode: multi-primary, dataPlane: ambient}"
    ),
  ])
  func `a port that others cannot dial is refused`(gateway: String, rest: String) {
    #expect(errors(gateway, with: rest) == ["gateway-port"])
  }

  @Test(arguments: [
    ("{port: 15012, address: 192.0.2.1}", false), ("{port: 443, address: 192.0.2.1}", true),
    ("{port: 443, address: gw.example.com}", false), ("{port: 443}", false),
  ])
  func `a port that remotes need for something else is refused`(gateway: String, isFine: Bool) {
    let found = errors(gateway, more: ", role: remote", with: "controlPlane: {mode: primary-remote}")
    #expect(found == (isFine ? [] : ["gateway-port"]))
  }

  @Test(arguments: [
    "{seenFrom: [{cluster: cluster1, address: 10.0.0.1}]}", "{address: 192.0.2.1, seenFrom: [{address: 10.0.0.1}]}",
    "{seenFrom: [{cluster: cluster3, address: 10.0.0.1}], address: 192.0.2.1}",
    "{seenFrom: [{network: network3, address: 10.0.0.1}], address: 192.0.2.1}",
    "{seenFrom: [{cluster: cluster2, address: 10.0.0.1}, {cluster: cluster2, address: 10.0.0.2}]}",
    "{kind: gateway-api, seenFrom: [{cluster: cluster2, address: 10.0.0.1}]}",
  ])
  func `an address for nobody, or for some alone, is refused`(gateway: String) {
    #expect(errors(gateway).contains("gateway-view"))
  }

  @Test(arguments: [
    ("{seenFrom: [{cluster: cluster2, address: 10.0.0.1}]}", "10.0.0.1", 15443),
    ("{seenFrom: [{network: network2, address: 10.0.0.1, port: 443}]}", "10.0.0.1", 443),
    ("{address: gw.example.com, port: 8443, service: {type: ClusterIP}}", "gw.example.com", 8443),
    ("{address: 192.0.2.1, port: 8443, service: {type: NodePort, nodePorts: {tls: 31443}}}", "192.0.2.1", 8443),
  ])
  func `other control planes are told what no Service says, and nothing else`(
    gateway: String, address: String, port: Int
  )
    throws
  {
    for distribution in ["sail", "istio"] {
      let written = Self.topology(gateway) + "\ndistribution: {name: \(distribution), version: 1.30.3}"
      let compilation = compile(SourceText(name: "t", bytes: Example.topology(with: written)))
      let files = try #require(compilation.files, "\(compilation.findings.map(\.message))").files
      let texts = files.filter { $0.path.text.hasPrefix("clusters/") }.map { String(decoding: $0.bytes, as: UTF8.self) }
      let told = texts.filter { $0.contains("meshNetworks:") }
      #expect(told.count == 1)
      #expect(told.allSatisfy { $0.contains("- address: \(address)\n") && $0.contains("port: \(port)\n") })
      let services = files.filter { $0.path.text == "clusters/cluster1/50-gateways/service-istio-eastwestgateway.yaml" }
      #expect(services.count == (distribution == "sail" ? 1 : 0))
      let labels = services.flatMap {
        String(decoding: $0.bytes, as: UTF8.self).prefix { $0 != "?" }.split(separator: "\n")
      }
      .prefix { $0 != "spec:" }
      #expect(!labels.contains { $0.contains("topology.istio.io/network") })
    }
  }

  @Test(arguments: [
    ("[{cluster: two, address: 10.0.0.1}, {cluster: three, address: 10.0.0.1}]", [String]()),
    ("[{cluster: two, address: 10.0.0.1}]", ["gateway-view"]),
    ("[{cluster: two, address: 10.0.0.1}, {network: network3, address: 10.0.0.2}]", ["gateway-view"]),
    ("[{cluster: two, address: 10.0.0.1}, {cluster: three, address: 10.0.0.1, port: 443}]", ["gateway-view"]),
    ("[{network: network1, address: 10.0.0.1}]", ["gateway-view"]),
  ])
  func `clusters of one control plane see a gateway alike`(views: String, slugs: [String]) {
    let written = """
      controlPlane: {mode: primary-remote}
      networks: [{name: network1}, {name: network2}, {name: network3}]
      clusters:
        - {name: one, network: network1, apiServer: "https://one.example.com", gateway: {address: 192.0.2.1, seenFrom: \(views)}}
        - {name: two, network: network2, primary: one, apiServer: "https://two.example.com"}
        - {name: three, network: network3, primary: one, apiServer: "https://three.example.com"}
      """
    #expect(Example.findings(with: written).filter { $0.severity == .error }.map(\.code.slug) == slugs)
  }

  @Test func `the label of a port is there with the port`() throws {
    let plan = try #require(
      compile(SourceText(name: "t", bytes: Example.topology(with: Self.topology("{port: 443}")))).plan)
    let service = try #require(
      plan.steps.flatMap(\.resources).first { $0.kind == "Service" && $0.name == "istio-eastwestgateway" })
    #expect(service.labels["networking.istio.io/gatewayPort"] == "443")
    #expect(service.document(partOf: plan.mesh).yaml.contains("port: 443\n    protocol: TCP\n    targetPort: 15443\n"))
  }

  @Test(arguments: [
    "namespace: gateways", "port: 443", "seenFrom: [{cluster: cluster2, address: 10.0.0.1}]",
    "service: {ipFamilyPolicy: PreferDualStack}", "service: {ipFamilies: [IPv4]}",
  ])
  func `what older systems have no place for is refused by name`(key: String) {
    let mode = "distribution: {name: istio, version: 1.4.10}\ncontrolPlane: {mode: replicated}"
    #expect(errors("{\(key)}", with: mode).contains("key-not-of-mode"))
  }

  @Test(arguments: [
    (
      "discoverySelectors: [{matchLabels: {kubernetes.io/metadata.name: istio-system}}, {matchLabels: {kubernetes.io/metadata.name: sample}}]",
      true
    ),
    (
      "discoverySelectors: [{matchLabels: {topology.istio.io/network: network1}}, {matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [istio-system, sample]}]}]",
      false
    ),
    ("defaultServiceExportTo: [istio-system]", true), ("defaultServiceExportTo: ['.', gateways, istio-system]", false),
  ])
  func `a gateway in a namespace of its own is seen, and sees`(setting: String, isHidden: Bool) {
    let found = errors("{namespace: gateways}", with: "values: {meshConfig: {\(setting)}}")
    #expect(found.isEmpty != isHidden, "\(found)")
  }

  @Test(arguments: ["istio-cni", "sample", "shop", "kube-system"])
  func `the namespace of a gateway is nobody else's`(namespace: String) {
    let found = errors("{namespace: \(namespace)}", with: "namespaces: [{name: shop}]")
    #expect(found == [namespace == "kube-system" ? "system-namespace" : "shared-namespace"])
  }

  @Test(arguments: [
    ("{address: 192.0.2.1, service: {type: NodePort, nodePorts: {tls: 31443}}}", true),
    ("{address: gw.example.com, service: {type: NodePort}}", true),
    ("{address: 192.0.2.1, port: 443, service: {type: NodePort, nodePorts: {tls: 31443}}}", false),
    ("{address: 192.0.2.1, service: {type: NodePort, nodePorts: {tls: 31443}, nodeSelector: {edge: a}}}", false),
  ])
  func `an address beside node ports is not what others dial`(gateway: String, isNoted: Bool) {
    #expect(findings(gateway) == (isNoted ? ["address-beside-node-ports"] : []))
  }

  @Test(arguments: [
    ("{service: {ipFamilyPolicy: SingleStack, ipFamilies: [IPv4, IPv6]}}", "", ["gateway-families"]),
    ("{service: {ipFamilies: [IPv4, IPv6]}}", "", ["gateway-families"]),
    ("{service: {ipFamilies: [IPv4, IPv4], ipFamilyPolicy: PreferDualStack}}", "", ["gateway-families"]),
    ("{service: {ipFamilies: [IPv6]}}", ", pods: [10.20.0.0/16]", ["unreached-family"]),
    ("{service: {ipFamilies: [IPv6]}}", ", pods: ['fd00:20::/48']", []),
    ("{service: {ipFamilies: [IPv6, IPv4], ipFamilyPolicy: RequireDualStack}}", ", pods: [10.20.0.0/16]", []),
  ])
  func `families that do not agree are refused`(gateway: String, more: String, slugs: [String]) {
    #expect(errors(gateway, more: more) == slugs)
  }

  @Test(arguments: ["eks", "k3s", "rke2"])
  func `no name leads through a webhook where API servers follow none`(platform: String) {
    let mode = "controlPlane: {mode: primary-remote}"
    let remote = ", role: remote, platform: \(platform)"
    #expect(errors("{address: gw.example.com}", more: remote, with: mode) == ["unfollowed-name"])
    #expect(errors("{address: 192.0.2.1}", more: remote, with: mode) == [])
    let view = "{address: gw.example.com, seenFrom: [{cluster: cluster2, address: 10.0.0.1}]}"
    #expect(errors(view, more: remote, with: mode) == [])
  }

  @Test func `a name to come is refused, unless an address is bound`() {
    let text = Self.topology("{replicas: 2}", platform: "eks", more: ", role: remote, platform: eks")
    let source = SourceText(
      name: "t", bytes: Example.topology(with: text + "\ncontrolPlane: {mode: primary-remote}"))
    let errors = { (values: [String: String]) in
      compile(source, binding: values).findings.filter { $0.severity == .error }.map(\.code.slug)
    }
    #expect(errors([:]) == ["unfollowed-name"])
    #expect(errors(["CLUSTER1_GATEWAY_ADDRESS": "a.elb.amazonaws.com"]) == ["unfollowed-name"])
    #expect(errors(["CLUSTER1_GATEWAY_ADDRESS": "192.0.2.1"]) == [])
  }

  @Test(arguments: [("1.30.3", false), ("1.28.2", false), ("1.27.3", true)])
  func `policies let in what the mesh needs, by the charts where these have them`(version: String, isOurs: Bool) throws
  {
    let written = "distribution: {name: istio, version: \(version)}\nmesh: {networkPolicies: true}"
    let plan = try #require(compile(SourceText(name: "t", bytes: Example.topology(with: written))).plan)
    let policies = plan.steps.flatMap(\.resources).filter { $0.kind == "NetworkPolicy" }
    #expect(Set(policies.map(\.name)) == (isOurs ? ["istio-eastwestgateway", "istiod"] : ["istio-eastwestgateway"]))
    let files = try #require(compile(SourceText(name: "t", bytes: Example.topology(with: written))).files).files
    let values = files.filter { $0.path.text.hasSuffix("istiod.values.yaml") }
    #expect(values.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains("networkPolicy:") != isOurs })
  }
}
