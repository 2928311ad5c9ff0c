import Diagnostics
import MeshCompiler
import StagedMigration
import Testing
import YAMLReading

/// Good topologies with one thing broken: one mistake is one error, whatever else rests on what it broke.
struct CascadeTests {
  /// One change of a text, and what was done.
  private struct Mistake {
    let bytes: [UInt8]
    /// What was done to what, without numbers of items: `clusters[].network: empty`.
    let words: String
  }

  /// What takes the place of a value.
  private func wrongValues(for text: String) -> KeyValuePairs<String, String> {
    [
      "misspelt": text.count > 1 ? "\(text.dropLast())zz" : "\(text)zz", "nonsense": "'-zz z!'", "empty": "''",
      "nothing": "", "a list": "[[x]]", "a mapping": "{zzz: x}",
    ]
  }

  /// What is below these is the user's own, or Istio's.
  private static let free: Set = ["values", "merge", "annotations", "labels", "headers", "silence", "reason", "env"]

  private func mistakes(in bytes: [UInt8]) throws -> [Mistake] {
    var log = FindingLog()
    let root = try #require(readYAML(SourceText(name: "t", bytes: bytes), into: &log))
    return mistakes(in: root, at: "", of: bytes)
  }

  private func mistakes(in node: Node, at path: String, of bytes: [UInt8]) -> [Mistake] {
    switch node {
    case .scalar(let scalar):
      return wrongValues(for: scalar.text).map { words, text in
        replacing(scalar.range, of: bytes, by: text, "\(path): \(words)")
      }
    case .sequence(let list):
      let below = list.items.flatMap { mistakes(in: $0, at: path + "[]", of: bytes) }
      guard list.items.count > 1 else { return below }
      return below + list.items.map { item in editing(bytes, "\(path)[]: removed") { $0.remove(item, from: list) } }
    case .mapping(let mapping):
      return mapping.entries.flatMap { entry in
        let place = path.isEmpty ? entry.key.text : "\(path).\(entry.key.text)"
        var found = Self.free.contains(entry.key.text) ? [] : mistakes(in: entry.value, at: place, of: bytes)
        found.append(replacing(entry.key.range, of: bytes, by: "zz\(entry.key.text)zz", "\(place): unknown key"))
        found.append(replacing(entry.key.range, of: bytes, by: misspelt(entry.key.text), "\(place): misspelt key"))
        for (words, text) in [("a list", "[[x]]"), ("a word", "zzz")] where entry.value.text == nil {
          found.append(replacing(entry.value.range, of: bytes, by: text, "\(place): \(words)"))
        }
        guard mapping.entries.count > 1 else { return found }
        return found + [editing(bytes, "\(place): removed") { $0.remove(entry, from: mapping) }]
      }
    }
  }

  /// A key with two letters swapped, or one doubled where they are the same.
  private func misspelt(_ key: String) -> String {
    var letters = Array(key)
    guard letters.count > 3, letters[1] != letters[2] else { return key + "x" }
    letters.swapAt(1, 2)
    return String(letters)
  }

  private func replacing(_ range: SourceRange, of bytes: [UInt8], by text: String, _ words: String) -> Mistake {
    let isBlock = bytes[..<range.end].last == UInt8(ascii: "\n")
    let end = isBlock ? [UInt8(ascii: "\n")] : []
    return Mistake(bytes: Array(bytes[..<range.start]) + text.utf8 + end + bytes[range.end...], words: words)
  }

  private func editing(_ bytes: [UInt8], _ words: String, _ edit: (inout SourceEdits) -> Void) -> Mistake {
    var edits = SourceEdits(of: bytes)
    edit(&edits)
    return Mistake(bytes: edits.result, words: words)
  }

  @Test(arguments: Repository.compiling)
  func `finds one error for one mistake`(topology: Repository.Case) throws {
    for mistake in try mistakes(in: try topology.bytes) {
      let source = SourceText(name: "t", bytes: mistake.bytes)
      let errors = compile(source).findings.filter { $0.severity == .error }
      if errors.count > 1 {
        print("CASCADE|\(mistake.words)|\(errors.map(\.code.slug).joined(separator: ","))|\(topology)|\(errors.map { "\(source.position(of: $0.place.range.start).line) \($0.message)" })")
      }
    }
  }
}
