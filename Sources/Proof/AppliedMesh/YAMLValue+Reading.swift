package import YAMLWriting

/// What readers of objects ask of a value.
extension YAMLValue {
  /// The value at keys as people write them: `spec.values.global`.
  package func at(_ path: String) -> YAMLValue? {
    path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }

  package var number: Int? {
    switch self {
    case .integer(let number): number
    case .string(let text): Int(text)
    default: nil
    }
  }

  package var items: [YAMLValue] { if case .sequence(let items) = self { items } else { [] } }

  package var entries: [Entry] { if case .mapping(let entries) = self { entries } else { [] } }

  /// The entries of a mapping of texts.
  package var texts: [String: String] {
    entries.reduce(into: [:]) { texts, entry in texts[entry.key] = entry.value.scalarText }
  }

  /// A single value as a text, whatever its type: what an environment variable becomes.
  package var scalarText: String? {
    switch self {
    case .string(let text), .decimal(let text): text
    case .integer(let number): String(number)
    case .boolean(let isOn): isOn ? "true" : "false"
    case .null, .sequence, .mapping: nil
    }
  }
}
