internal import YAMLReading
internal import YAMLWriting

extension YAMLValue {
  /// What somebody wrote, without what a schema has no place for; `nil` where that is everything.
  ///
  /// It has been checked before: of two objects that take values, each gets what it knows.
  init?(_ node: Node, as shape: ValueShape) {
    switch (node, shape) {
    case (.mapping(let mapping), _):
      let entries = mapping.entries.compactMap { entry in
        shape.shape(of: entry.key.text).flatMap { YAMLValue(entry.value, as: $0) }
          .map { Entry(entry.key.text, $0) }
      }
      if entries.isEmpty, !mapping.entries.isEmpty { return nil }
      self = .mapping(entries)
    case (.sequence(let sequence), .list(let item)), (.sequence(let sequence), .set(let item)):
      self = .sequence(sequence.items.compactMap { .init($0, as: item) })
    case (.sequence(let sequence), _): self = .sequence(sequence.items.compactMap { .init($0, as: .anything) })
    case (.scalar(let scalar), _): self.init(scalar)
    }
  }

  private init(_ scalar: Node.Scalar) {
    self =
      switch ScalarType(of: scalar) {
      case .text, .disputed: .string(scalar.text)
      case .integer(let number): .integer(number)
      case .decimal: .decimal(scalar.text)
      case .boolean(let boolean): .boolean(boolean)
      }
  }
}

extension ValueShape {
  /// What a key's value may be; `nil` where there is no such key.
  func shape(of key: String) -> ValueShape? {
    switch self {
    case .fields(let fields): fields[key]
    case .map(let value): value
    default: .anything
    }
  }
}
