internal import Manifests
internal import MeshNames
internal import YAMLWriting

/// How objects find each other, and what they have in their fields, as the data path asks for it.
extension Resource {
  /// A port of a Service, and the one that it leads to.
  var ports: [(number: Int, target: Int)] {
    (content[path: ["spec", "ports"]]?.items ?? []).compactMap { port in
      port["port"]?.number.map { (number: $0, target: port["targetPort"]?.number ?? $0) }
    }
  }

  /// Whether istiod finds an address in the Service that other networks can use.
  var hasOuterAddress: Bool {
    switch content[path: ["spec", "type"]]?.text {
    case "LoadBalancer": true
    case "NodePort" where annotations["traffic.istio.io/nodeSelector"] != nil: true
    default: !(content[path: ["spec", "externalIPs"]]?.items ?? []).isEmpty
    }
  }

  /// Whether the pods of this Deployment are those of a Service.
  func isSelected(by service: Resource) -> Bool {
    namespace == service.namespace && hasPods(of: service.content[path: ["spec", "selector"]]?.texts ?? [:])
  }

  /// Whether this `Gateway` of Istio is for the pods of a Deployment.
  func takesIn(_ deployment: Resource) -> Bool {
    deployment.hasPods(of: content[path: ["spec", "selector"]]?.texts ?? [:])
  }

  private func hasPods(of selector: [String: String]) -> Bool {
    let labels = content[path: ["spec", "template", "metadata", "labels"]]?.texts ?? [:]
    return !selector.isEmpty && selector.allSatisfy { labels[$0.key] == $0.value }
  }
}

extension YAMLValue {
  var items: [YAMLValue]? { if case .sequence(let items) = self { items } else { nil } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var number: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The entries of a mapping of texts.
  var texts: [String: String] {
    guard case .mapping(let entries) = self else { return [:] }
    return entries.reduce(into: [:]) { $0[$1.key] = $1.value.text }
  }
}
