import Diagnostics
import MeshCompiler
import Testing
import YAMLReading

/// Good topologies with one thing broken: each mistake is found where it is, and nothing brings the compiler down.
struct MutationTests {
  /// A text with a stretch replaced, and what must be found there.
  private struct Mutation {
    let bytes: [UInt8]
    let offset: Int
    let slugs: Set<String>

    init(_ original: [UInt8], _ range: SourceRange, _ replacement: String, finds slugs: String...) {
      // A block of lines ends with its last line, and what takes its place must, too.
      let isBlock = original[..<range.end].last == UInt8(ascii: "\n")
      let end = isBlock ? [UInt8(ascii: "\n")] : []
      bytes = original[..<range.start] + Array(replacement.utf8) + end + original[range.end...]
      offset = range.start
      self.slugs = Set(slugs)
    }
  }

  /// The mappings whose keys are the user's own, so that any will do.
  private let freeMappings: Set = ["annotations", "headers", "labels"]

  private func nodes(below node: Node) -> (keys: [Node.Scalar], values: [Node.Scalar]) {
    switch node {
    // What does without something that others share stands in any value's place.
    case .scalar where node.isNull: return ([], [])
    case .scalar(let scalar): return ([], [scalar])
    case .sequence(let sequence):
      let parts = sequence.items.map(nodes)
      return (parts.flatMap(\.keys), parts.flatMap(\.values))
    case .mapping(let mapping):
      // Values of Istio's own and patches have tests of their own: much of what stands there is the user's.
      let known = mapping.entries.filter { !["values", "merge"].contains($0.key.text) }
      let parts = known.map { entry in
        let below = nodes(below: entry.value)
        let own = if case .mapping(let free) = entry.value { free.entries.map(\.key.range.start) } else { [Int]() }
        guard freeMappings.contains(entry.key.text) else { return below }
        return (keys: below.keys.filter { !own.contains($0.range.start) }, values: below.values)
      }
      return (mapping.entries.map(\.key) + parts.flatMap(\.keys), parts.flatMap(\.values))
    }
  }

  private func mutations(of bytes: [UInt8]) throws -> [Mutation] {
    var log = FindingLog()
    let root = try #require(readYAML(SourceText(name: "t", bytes: bytes), into: &log))
    let (keys, values) = nodes(below: root)
    // The keys of annotations and the names of variables are the user's own, and any will do.
    return keys.filter { !$0.text.contains(".") && $0.text.contains(where: \.isLowercase) }.flatMap { key in
      [
        Mutation(bytes, key.range, "zzz\(key.text)zzz", finds: "unknown-key", "invalid-value"),
        Mutation(bytes, key.range, "!!str \(key.text)", finds: "tag"),
        Mutation(bytes, key.range, "\"\\x00\"", finds: "unknown-key", "invalid-value"),
      ]
    }
      + values.flatMap { value in
        [
          Mutation(bytes, value.range, "[[x]]", finds: "wrong-kind", "unknown-word", "invalid-value"),
          Mutation(bytes, value.range, "{zzz: x}", finds: "wrong-kind", "unknown-key", "not-supported-yet"),
          Mutation(bytes, value.range, "&a x", finds: "anchor"),
          Mutation(bytes, value.range, "*a", finds: "alias"),
          Mutation(
            bytes, value.range, "\" \\t\"", finds: "invalid-value", "unknown-word", "unknown-language"),
        ]
      }
  }

  @Test(arguments: Repository.compiling)
  func `finds each mistake in its line and column`(topology: Repository.Case) throws {
    let mutations = try mutations(of: try topology.bytes)
    #expect(mutations.count > 150)
    for mutation in mutations {
      let findings = compile(SourceText(name: "t", bytes: mutation.bytes)).findings
      let source = SourceText(name: "t", bytes: mutation.bytes)
      let wanted = source.position(of: mutation.offset)
      let found = findings.filter { mutation.slugs.contains($0.code.slug) }.map {
        source.position(of: $0.place.range.start)
      }
      // A list or a mapping may be reported by what is in it, which begins a bracket or two further on.
      #expect(
        found.contains { $0.line == wanted.line && (0...2).contains($0.column - wanted.column) },
        "\(wanted): \(findings.map { "\(source.position(of: $0.place.range.start)) \($0.message)" })")
    }
  }

  @Test(arguments: Repository.compiling)
  func `reports nothing twice and every place inside of the text`(topology: Repository.Case) throws {
    for mutation in try mutations(of: try topology.bytes) {
      let compilation = compile(SourceText(name: "t", bytes: mutation.bytes))
      let lines = FindingFormat.line.render(compilation.findings, of: compilation.source).split(separator: "\n")
      #expect(Set(lines).count == lines.count)
      #expect(compilation.findings.allSatisfy { $0.place.range.end <= mutation.bytes.count })
    }
  }

  /// Bytes removed, doubled, swapped and overwritten anywhere, the same in every run.
  @Test(arguments: Repository.compiling)
  func `survives any damage, and calls none of it fine without a plan`(topology: Repository.Case) throws {
    let original = try topology.bytes
    var random: UInt64 = 2026
    for _ in 0..<300 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(random >> 33) % original.count
      let length = min(Int(random >> 20) % 12, original.count - place)
      var damaged = original
      switch (random >> 16) % 4 {
      case 0: damaged.removeSubrange(place..<(place + length))
      case 1: damaged.insert(contentsOf: original[place..<(place + length)], at: Int(random >> 40) % original.count)
      case 2: damaged[place] = UInt8(truncatingIfNeeded: random >> 24)
      default: damaged.swapAt(place, Int(random >> 40) % original.count)
      }
      let compilation = compile(SourceText(name: "t", bytes: damaged))
      #expect((compilation.plan == nil) == compilation.findings.contains { $0.severity == .error })
    }
  }
}
