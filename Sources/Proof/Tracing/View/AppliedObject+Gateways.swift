internal import AppliedMesh
internal import YAMLWriting

/// How gateways, Services and pods find each other.
extension AppliedObject {
  /// One server of Istio's `Gateway`.
  struct Server {
    let port: Int
    let mode: String
    let hosts: [String]
  }

  var servers: [Server] {
    (content.at("spec.servers")?.items ?? []).compactMap { server in
      server.at("port.number")?.number.map { port in
        Server(
          port: port, mode: server.at("tls.mode")?.text ?? "", hosts: (server["hosts"]?.items ?? []).compactMap(\.text))
      }
    }
  }

  /// The ports of a Service, and what they lead to.
  var ports: [(port: Int, target: Int)] {
    (content.at("spec.ports")?.items ?? []).compactMap { port in
      port["port"]?.number.map { (port: $0, target: port["targetPort"]?.number ?? $0) }
    }
  }

  private var podLabels: [String: String] { content.at("spec.template.metadata.labels")?.texts ?? [:] }

  /// Whether a selector takes the pods of this Deployment.
  func hasPods(of selector: [String: String]) -> Bool {
    !selector.isEmpty && selector.allSatisfy { podLabels[$0.key] == $0.value }
  }

  /// Whether a Deployment has pods, and they have the proxy of a gateway.
  var isGateway: Bool {
    let template = content.at("spec.template.metadata.annotations")?.texts["inject.istio.io/templates"] ?? ""
    let containers = content.at("spec.template.spec.containers")?.items ?? []
    return content.at("spec.replicas")?.number != 0 && podLabels["sidecar.istio.io/inject"] == "true"
      && template.contains("gateway") && containers.contains { $0["image"]?.text == "auto" }
  }

  /// The networks that a gateway's proxies look at; empty where they look at all.
  var networkView: [String] {
    let containers = content.at("spec.template.spec.containers")?.items ?? []
    let variables = containers.flatMap { $0["env"]?.items ?? [] }
    let view = variables.first { $0["name"]?.text == "ISTIO_META_REQUESTED_NETWORK_VIEW" }?["value"]?.text ?? ""
    return view.split(separator: ",").map(String.init)
  }
}
