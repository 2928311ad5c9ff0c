/// What a value of Istio's may be, as the schema of the object that it ends in has it.
package indirect enum ValueShape: Sendable {
  case text
  case integer
  case number
  case boolean
  /// A number or a text: `80`, `500m`, `25%`.
  case quantity
  /// One of a few words.
  case word([String])
  case list(ValueShape)
  /// A list whose order says nothing: what a topology has joins what follows from it.
  case set(ValueShape)
  /// Keys that nobody knows beforehand.
  case map(ValueShape)
  /// Keys that are known.
  case fields([String: ValueShape])
  /// Keys of which some are known.
  case partly([String: ValueShape])
  /// What no schema describes.
  case anything

  /// What either of two objects takes.
  package func joined(with other: ValueShape) -> ValueShape {
    guard case .fields(let mine) = self, case .fields(let others) = other else { return self }
    return .fields(mine.merging(others) { $0.joined(with: $1) })
  }

  /// The value in words: "a text".
  var inWords: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "`true` or `false`"
    case .quantity: "a number or a text"
    case .word(let words): "one of \(words.map { "`\($0)`" }.joined(separator: ", "))"
    case .list, .set: "a list"
    case .map, .fields, .partly: "a mapping"
    case .anything: "a value"
    }
  }
}
