internal import Diagnostics
internal import YAMLReading
internal import YAMLWriting

extension SourceEdits {
  /// What a cloud is told of the load balancers of gateways for peers holds for the new gateway, too.
  ///
  /// There is one where somebody takes a service; what is said of it already stays as it is.
  mutating func addGatewayAnnotations(in root: Node.Mapping) {
    let exporters = Set(root.items("imports").compactMap { $0.entry("from")?.value.text })
    for mesh in root.items("meshes") where exporters.contains(mesh.entry("name")?.value.text ?? "") {
      guard case .mapping(let annotations)? = Node.mapping(mesh).value(at: "ingress.annotations"),
        let name = mesh.entry("cluster")?.value.text,
        let cluster = root.items("clusters").first(where: { $0.entry("name")?.value.text == name }),
        cluster.entry("gateway") == nil, Node.mapping(root).value(at: "defaults.gateway") == nil,
        let last = cluster.entries.last
      else { continue }
      let pairs = annotations.entries.map { "\(word($0.key.text)): \(word($0.value.text ?? ""))" }
      add("gateway: {service: {annotations: {\(pairs.joined(separator: ", "))}}}", behind: last, in: cluster)
    }
  }

  /// A text as it can stand among braces; JSON's are those of YAML, too.
  private func word(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { plain.contains($0) }
    return isPlain ? text : YAMLValue.string(text).json.trimmingLineBreak
  }

  private var plain: Set<UInt8> {
    Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./".utf8)
  }
}

extension String {
  fileprivate var trimmingLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
