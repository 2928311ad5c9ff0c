import Diagnostics
import MeshCompiler
import Testing

/// What annotations tell load balancers, of whatever cloud and in whatever mode.
struct LoadBalancerTests {
  private static let modes = [
    "distribution: {name: sail, version: 1.30.3}", "distribution: {name: istio, version: 1.30.3}",
    "distribution: {name: istio, version: 1.30.3}\ncontrolPlane: {mode: multi-primary, dataPlane: ambient}",
    "distribution: {name: istio, version: 1.4.10}\ncontrolPlane: {mode: replicated}",
    """
    distribution: {name: cloud-service-mesh, version: 1.28.5-asm.12}
    fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}
    """,
  ]

  private func codes(_ annotations: String, with rest: String = "", port: String = "") -> [String] {
    let clusters = """
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443
          gateway: {\(port)service: {annotations: {\(annotations)}}}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """
    return Example.findings(with: clusters + "\n" + rest).filter { $0.severity == .error }.map(\.code.slug)
  }

  @Test(arguments: modes)
  func `are held to it in every mode`(mode: String) {
    let prefix = "service.beta.kubernetes.io/aws-load-balancer"
    #expect(codes("\(prefix)-ssl-cert: arn", with: mode).contains("terminating-load-balancer"))
    #expect(codes("\(prefix)-proxy-protocol: '*'", with: mode).contains("proxy-protocol"))
    #expect(!codes("\(prefix)-type: nlb", with: mode).contains("terminating-load-balancer"))
  }

  @Test(arguments: [
    "service.beta.kubernetes.io/aws-load-balancer-backend-protocol: http",
    "service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn, service.beta.kubernetes.io/aws-load-balancer-ssl-ports: '443,15443'",
    "service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn, service.beta.kubernetes.io/aws-load-balancer-ssl-ports: tls",
    "service.beta.kubernetes.io/do-loadbalancer-protocol: https",
    "service.beta.kubernetes.io/do-loadbalancer-tls-ports: '15443', service.beta.kubernetes.io/do-loadbalancer-certificate-id: c",
    "load-balancer.hetzner.cloud/protocol: http",
    "service.beta.kubernetes.io/upcloud-load-balancer-config: '{\"frontends\": [{\"name\": \"tls\", \"mode\": \"http\"}]}'",
    "loadbalancer.openstack.org/default-tls-container-ref: https://barbican/1",
    "service.beta.kubernetes.io/oci-load-balancer-ssl-ports: '15443'",
    "service.beta.kubernetes.io/scw-loadbalancer-certificate-ids: 1-2-3",
    "service.beta.kubernetes.io/scw-loadbalancer-protocol-http: 'true'",
    "service.beta.kubernetes.io/linode-loadbalancer-default-protocol: https",
    "service.beta.kubernetes.io/linode-loadbalancer-port-15443: '{\"protocol\": \"http\"}'",
    "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-protocol-port: 'https:15443,tcp:15021'",
    "service.cloud.tencent.com/specify-protocol: '{\"15443\":{\"protocol\":[\"TCP_SSL\"],\"tls\":\"s\"}}'",
  ])
  func `must not end TLS`(annotations: String) {
    #expect(codes(annotations) == ["terminating-load-balancer"])
  }

  @Test(arguments: [
    "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: 'a=b, proxy_protocol_v2.enabled=true'",
    "service.beta.kubernetes.io/azure-pls-proxy-protocol: 'true'",
    "service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol: 'true'",
    "load-balancer.hetzner.cloud/uses-proxyprotocol: 'true'",
    "loadbalancer.openstack.org/proxy-protocol: v2",
    "service.beta.kubernetes.io/oci-load-balancer-connection-proxy-protocol-version: '2'",
    "oci-network-load-balancer.oraclecloud.com/is-ppv2-enabled: 'true'",
    "service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v2: '15443'",
    "service.beta.kubernetes.io/linode-loadbalancer-default-proxy-protocol: v1",
    "service.beta.kubernetes.io/linode-loadbalancer-port-15443: '{\"proxy-protocol\": \"v2\"}'",
    "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-proxy-protocol: 'on'",
    "service.kubernetes.io/ibm-load-balancer-cloud-provider-enable-features: proxy-protocol",
  ])
  func `must not send the proxy protocol`(annotations: String) {
    #expect(codes(annotations) == ["proxy-protocol"])
    let expected = "values: {meshConfig: {defaultConfig: {gatewayTopology: {proxyProtocol: {}}}}}"
    #expect(codes(annotations, with: expected) == [])
  }

  @Test(arguments: [
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: HTTP",
    "service.beta.kubernetes.io/azure-load-balancer-health-probe-protocol: http",
    "service.beta.kubernetes.io/port_15443_health-probe_protocol: https",
    "service.beta.kubernetes.io/do-loadbalancer-healthcheck-protocol: http",
    "load-balancer.hetzner.cloud/health-check-protocol: http",
    "service.beta.kubernetes.io/linode-loadbalancer-check-type: http",
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: http, service.beta.kubernetes.io/aws-load-balancer-healthcheck-port: traffic-port",
  ])
  func `must not ask for HTTP where TLS is`(annotations: String) {
    #expect(codes(annotations) == ["failing-health-check"])
  }

  @Test(arguments: [
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: http, service.beta.kubernetes.io/aws-load-balancer-healthcheck-port: '15021'",
    "service.beta.kubernetes.io/port_15021_health-probe_protocol: http",
    "service.beta.kubernetes.io/port_15443_health-probe_protocol: http, service.beta.kubernetes.io/port_15443_health-probe_port: '15021'",
    "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol: 'false'",
    "service.beta.kubernetes.io/aws-load-balancer-backend-protocol: tcp",
    "service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn, service.beta.kubernetes.io/aws-load-balancer-ssl-ports: '443'",
    "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: proxy_protocol_v2.enabled=false",
    "service.beta.kubernetes.io/do-loadbalancer-protocol: https, service.beta.kubernetes.io/do-loadbalancer-tls-passthrough: 'true'",
    "service.beta.kubernetes.io/do-loadbalancer-certificate-id: c",
    "load-balancer.hetzner.cloud/protocol: tcp",
    "loadbalancer.openstack.org/proxy-protocol: 'false'",
    "service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v2: '80,443'",
    "service.beta.kubernetes.io/linode-loadbalancer-port-80: '{\"protocol\": \"http\"}'",
    "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-protocol-port: 'https:443,tcp:15443'",
    "service.cloud.tencent.com/specify-protocol: '{\"443\":{\"protocol\":[\"HTTPS\"]},\"15443\":{\"protocol\":[\"TCP\"]}}'",
  ])
  func `may do what does not touch TLS`(annotations: String) {
    #expect(codes(annotations) == [])
  }

  @Test func `are judged by the port that others dial`() {
    let annotations =
      "service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn, service.beta.kubernetes.io/aws-load-balancer-ssl-ports: '443'"
    #expect(codes(annotations, port: "port: 443, ") == ["terminating-load-balancer"])
  }

  @Test(arguments: [
    "{kind: Service, name: istio-eastwestgateway}, merge: {metadata: {annotations: {load-balancer.hetzner.cloud/protocol: http}}}",
    "{kind: Service, name: istio-eastwestgateway, cluster: cluster2}, merge: {metadata: {annotations: {load-balancer.hetzner.cloud/protocol: http}}}",
  ])
  func `are told nothing else by patches`(patch: String) {
    #expect(codes("a: b", with: "patches: [{target: \(patch)}]") == ["terminating-load-balancer"])
  }

  @Test(arguments: [
    ("Internal", "europe-west4", "gke", ["regional-gateway"]), ("Internal", "europe-west1", "gke", []),
    ("External", "europe-west4", "gke", []), ("Internal", "eu-central-1", "eks", []),
  ])
  func `of Google serve other regions if they are told to`(
    kind: String, region: String, platform: String, slugs: [String]
  ) {
    let clusters = { (more: String) in
      """
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443
          platform: gke
          locality: {region: europe-west1}
          gateway: {service: {annotations: {networking.gke.io/load-balancer-type: \(kind)\(more)}}}
        - name: cluster2
          network: network2
          apiServer: https://api.two.example.com:6443
          platform: \(platform)
          locality: {region: \(region)}
      """
    }
    let errors = { Example.findings(with: clusters($0)).filter { $0.severity == .error }.map(\.code.slug) }
    #expect(errors("") == slugs)
    #expect(errors(", networking.gke.io/internal-load-balancer-allow-global-access: 'true'") == [])
  }
}
