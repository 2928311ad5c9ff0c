import Diagnostics
import Testing
import YAMLReading
import YAMLWriting

/// What is written is read back equal by this package's own reader, which is libyaml's.
struct ReadBackTests {
  private static let values: [YAMLValue] = {
    var source = NastyValues(seed: 2026)
    return (0..<4000).map { _ in source.next() }
  }()

  @Test func `is read back equal by libyaml`() throws {
    for value in Self.values {
      let text = value.yaml
      #expect(try read(text) == shape(of: value), "\(text)")
    }
  }

  /// What a reader must see of a value: its texts, and whether they may be taken for something else.
  private indirect enum Shape: Equatable {
    case text(String)
    case plain(String)
    case sequence([Shape])
    case mapping([String], [Shape])
  }

  private func shape(of value: YAMLValue) -> Shape {
    switch value {
    case .string(let text): .text(text)
    case .integer(let number): .plain(String(number))
    case .decimal(let number): .plain(number)
    case .boolean(let flag): .plain(String(flag))
    case .null: .plain("null")
    case .sequence(let items): .sequence(items.map(shape))
    case .mapping(let entries): .mapping(entries.map(\.key), entries.map { shape(of: $0.value) })
    }
  }

  private func read(_ text: String) throws -> Shape {
    var log = FindingLog()
    let node = readYAML(SourceText(name: "t", bytes: Array(text.utf8)), into: &log)
    #expect(log.findings.map(\.message) == [], "\(text)")
    return shape(of: try #require(node))
  }

  private func shape(of node: Node) -> Shape {
    switch node {
    case .scalar(let scalar): isTyped(scalar) ? .plain(scalar.text) : .text(scalar.text)
    case .sequence(let sequence): .sequence(sequence.items.map(shape))
    case .mapping(let mapping): .mapping(mapping.entries.map(\.key.text), mapping.entries.map { shape(of: $0.value) })
    }
  }

  /// Whether a plain scalar is one of those that the writer writes for something other than a text.
  private func isTyped(_ scalar: Node.Scalar) -> Bool {
    scalar.isPlain && (["true", "false", "null"].contains(scalar.text) || Int(scalar.text) != nil)
  }
}
