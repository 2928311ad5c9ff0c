internal import YAMLReading

/// A value of the plan, or of a declared deviation, in the words in which certificates are compared with it.
func words(for property: CertificateProperty, _ node: Node) -> String? {
  switch property {
  case .subject: subject(node)
  case .key: key(node)
  case .signatureHash: node.text
  case .pathLength: node.isNull ? "none" : node.text
  case .keyUsage, .dnsNames, .uriNames: node.items.map { listInWords($0.compactMap(\.text)) }
  case .nameConstraints: constraints(node)
  }
}

/// Values without an order.
func listInWords(_ values: some Sequence<String>) -> String {
  let sorted = values.sorted()
  return sorted.isEmpty ? "none" : sorted.joined(separator: ", ")
}

/// Subtrees of names, by whether they are permitted, and by their kind.
func constraintsInWords(_ subtrees: [(kind: String, names: [String])]) -> String {
  let parts = subtrees.filter { !$0.names.isEmpty }.map { "\($0.kind) \(listInWords($0.names))" }
  return parts.isEmpty ? "none" : parts.joined(separator: "; ")
}

private func subject(_ node: Node) -> String? {
  let parts = node.items?.compactMap { item -> String? in
    guard case .mapping(let mapping) = item, let entry = mapping.entries.first, let value = entry.value.text else {
      return nil
    }
    return "\(entry.key.text)=\(value)"
  }
  return parts.map { $0.joined(separator: ", ") }
}

private func key(_ node: Node) -> String? {
  guard let algorithm = node.value(at: "algorithm")?.text else { return nil }
  return (node.value(at: "size") ?? node.value(at: "curve"))?.text.map { "\(algorithm) \($0)" }
}

private func constraints(_ node: Node) -> String? {
  if node.isNull { return "none" }
  guard case .mapping = node else { return nil }
  return constraintsInWords(
    ["permitted", "excluded"].flatMap { effect in
      ["dns", "uri"].map { kind in
        ("\(effect) \(kind)", (node.value(at: "\(effect).\(kind)")?.items ?? []).compactMap(\.text))
      }
    })
}
