package import Diagnostics
internal import Manifests
package import MeshModel
internal import MeshNames
package import Planning
internal import YAMLReading
internal import YAMLWriting

/// What limits the namespaces that a control plane looks at leaves it those that the mesh needs, with the labels that
/// they are emitted with, in its own cluster and in those that it reads (`meshConfig.discoverySelectors`).
///
/// Namespaces of applications may have labels from somebody else, so it is only a warning that none of theirs is taken.
///
/// - Parameters:
///   - plan: The plan, with values and patches in it.
///   - topology: The topology that it was made of.
///   - log: Takes what is wrong.
package func checkWatchedNamespaces(of plan: Plan, _ topology: Topology, _ log: inout FindingLog) {
  for reader in topology.primaries.isEmpty ? topology.clusters : topology.primaries {
    guard let selectors = topology.value("meshConfig.discoverySelectors", for: reader), let items = selectors.items,
      !items.isEmpty, !log.findings.contains(where: { selectors.range.contains($0.place.range) })
    else { continue }
    let hidden = plan.meshNamespaces.filter { namespace in !items.contains { namespace.labels(in: plan).satisfy($0) } }
    let others = Set(topology.namespaces.map(\.name.value.description))
    let own = hidden.map(\.name).filter { !others.contains($0) }
    if !own.isEmpty { log.reportOnce(.hiddenControlPlane(distinct(own), in: reader, at: selectors.range)) }
    for namespace in topology.namespaces where hidden.contains(where: { $0.name == namespace.name.value.description }) {
      log.reportOnce(.hiddenNamespace(namespace, by: selectors.range))
    }
  }
}

private func distinct(_ names: [String]) -> [String] {
  names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}

extension Plan {
  /// The namespaces that a control plane has to see: with the network's label, with what puts pods into the mesh, and
  /// those of the nodes' proxies (istio.io, "Configuring which namespaces istiod watches").
  fileprivate var meshNamespaces: [Resource] {
    let objects = steps.flatMap(\.resources) + verifications.flatMap(\.resources)
    let proxies = objects.filter { $0.kind == "ZTunnel" }.compactMap { $0.content["spec"]?["namespace"] }
    return objects.filter { $0.kind == "Namespace" }.filter { namespace in
      namespace.labels.keys.contains(where: meshLabelKeys.contains) || proxies.contains(.string(namespace.name))
    }
  }
}

private let meshLabelKeys: Set = [
  "topology.istio.io/network", "istio-injection", "istio.io/rev", "istio.io/dataplane-mode",
]

extension Resource {
  /// All labels that the namespace has once it is applied.
  fileprivate func labels(in plan: Plan) -> [String: String] {
    let others = [
      "kubernetes.io/metadata.name": name, "app.kubernetes.io/managed-by": "meshgen",
      "app.kubernetes.io/part-of": plan.mesh.description,
    ]
    return labels.merging(others) { own, _ in own }
  }
}

extension [String: String] {
  /// Whether a label selector takes what has these labels.
  fileprivate func satisfy(_ selector: Node) -> Bool {
    hasAll(of: selector.value(at: "matchLabels"))
      && (selector.value(at: "matchExpressions")?.items ?? []).allSatisfy(meet)
  }

  private func hasAll(of wanted: Node?) -> Bool {
    guard case .mapping(let mapping)? = wanted else { return true }
    return mapping.entries.allSatisfy { self[$0.key.text] == $0.value.text }
  }

  /// Whether one requirement is met (k8s.io/apimachinery, LabelSelectorRequirement).
  private func meet(_ expression: Node) -> Bool {
    guard let key = expression.value(at: "key")?.text else { return true }
    let values = (expression.value(at: "values")?.items ?? []).compactMap(\.text)
    return switch expression.value(at: "operator")?.text {
    case "In": self[key].map(values.contains) ?? false
    case "NotIn": !(self[key].map(values.contains) ?? false)
    case "Exists": self[key] != nil
    case "DoesNotExist": self[key] == nil
    default: true
    }
  }
}
