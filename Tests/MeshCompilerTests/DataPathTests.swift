import Diagnostics
import MeshCompiler
import Testing

/// Patches are judged by what they do to the way of requests between clusters.
struct DataPathTests {
  private static let clusters = """
    controlPlane: {mode: primary-remote}
    clusters:
      - {name: one, network: network1, apiServer: "https://one.example.com", gateway: {address: 192.0.2.1}}
      - {name: two, network: network2, primary: one, apiServer: "https://two.example.com"}
    """

  private func codes(_ target: String, _ merge: String, with rest: String = clusters) -> [String] {
    let patch = "patches: [{target: {\(target)}, merge: \(merge)}]"
    return Example.findings(with: rest + "\n" + patch).filter { $0.severity == .error }.map(\.code.slug)
  }

  private static let service = "kind: Service, name: istio-eastwestgateway"
  private static let gateway = "kind: Gateway, name: cross-network-gateway"
  private static let deployment = "kind: Deployment, name: istio-eastwestgateway"

  @Test(arguments: [
    (service, "{metadata: {labels: {networking.istio.io/gatewayPort: '443'}}}"),
    ("\(service), cluster: two", "{metadata: {labels: {networking.istio.io/gatewayPort: '443'}}}"),
    (service, "{spec: {ports: [{name: tls, port: 443, targetPort: 15443}]}}"),
    (service, "{spec: {type: ClusterIP}}"),
    (gateway, server(mode: "PASSTHROUGH", host: "*.local")),
    (gateway, server(mode: "AUTO_PASSTHROUGH", host: "*.corp")),
    (gateway, server(mode: "AUTO_PASSTHROUGH", host: "*.local", port: 443)),
    (deployment, "{spec: {replicas: 0}}"),
    (deployment, "{spec: {template: {metadata: {labels: {sidecar.istio.io/inject: 'false'}}}}}"),
    (deployment, "{spec: {template: {spec: {containers: [{name: istio-proxy, image: auto}]}}}}"),
    ("kind: VirtualService, name: istiod-vs", "{spec: {tls: []}}"),
  ])
  func `is refused if a link breaks`(target: String, merge: String) {
    let codes = codes(target, merge)
    #expect(codes == ["broken-data-path"] || codes == ["patched-plan"])
  }

  @Test(arguments: [
    (
      "\(service), cluster: two",
      """
      {metadata: {labels: {networking.istio.io/gatewayPort: '443'}}, spec: {ports: [{name: status-port, port: 15021}, \
      {name: tls, port: 443, targetPort: 15443}]}}
      """
    ),
    (gateway, server(mode: "AUTO_PASSTHROUGH", host: "*")), (deployment, "{spec: {replicas: 4}}"),
    (service, "{spec: {externalTrafficPolicy: Local}}"),
  ])
  func `is taken if all links hold`(target: String, merge: String) {
    #expect(codes(target, merge) == [])
  }

  @Test(arguments: [
    ("{spec: {listeners: []}}", true), ("{spec: {gatewayClassName: istio-waypoint}}", true),
    ("{metadata: {annotations: {a: b}}}", false),
  ])
  func `holds gateways of Gateway API to the same`(merge: String, isBroken: Bool) {
    let ambient = "controlPlane: {mode: multi-primary, dataPlane: ambient}"
    let codes = codes("kind: Gateway, name: istio-eastwestgateway", merge, with: ambient)
    #expect(codes == (isBroken ? ["broken-data-path"] : []))
  }

  private static func server(mode: String, host: String, port: Int = 15443) -> String {
    "{spec: {servers: [{port: {number: \(port), name: tls, protocol: TLS}, tls: {mode: \(mode)}, hosts: ['\(host)']}]}}"
  }
}
