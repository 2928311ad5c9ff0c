package import YAMLReading
package import YAMLWriting

extension YAMLValue {
  /// A document as somebody else has written it, every single value as its text.
  package init(_ node: Node) {
    switch node {
    case .mapping(let mapping): self = .mapping(mapping.entries.map { Entry($0.key.text, YAMLValue($0.value)) })
    case .sequence(let sequence): self = .sequence(sequence.items.map { YAMLValue($0) })
    case .scalar(let scalar): self = node.isNull ? .null : .string(scalar.text)
    }
  }
}
