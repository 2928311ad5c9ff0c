import Diagnostics
import Foundation
import Testing
import YAMLReading
import YAMLWriting

/// What is written is read back equal: by libyaml, and by PyYAML with both of its readers.
struct ReadBackTests {
  private static let values = NastyValues.many(4000)

  @Test func `is read back equal by libyaml`() throws {
    for value in Self.values {
      let text = value.yaml
      #expect(try read(text) == shape(of: value), "\(text)")
    }
  }

  @Test func `is YAML also where it is JSON`() throws {
    for value in Self.values {
      let text = value.json
      #expect(try read(text) == shape(of: value), "\(text)")
    }
  }

  @Test func `is read back equal by PyYAML`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.values.map { "---\n" + $0.yaml }.joined().utf8).write(to: folder.appending(path: "values.yaml"))
    let list = YAMLValue.sequence(Self.values)
    try Data(list.json.utf8).write(to: folder.appending(path: "values.json"))
    let answer = try python(Self.comparison, folder.path(percentEncoded: false))
    try #require(
      !answer.contains("No module named 'yaml'"), "python3-yaml is not installed: apt-get install python3-yaml")
    #expect(answer == "\(Self.values.count) values, twice\n")
  }

  private static let comparison = """
    import json, sys, yaml
    folder = sys.argv[1]
    wanted = json.load(open(folder + "/values.json", encoding="utf-8"))
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        found = list(yaml.load_all(open(folder + "/values.yaml", encoding="utf-8", newline=""), Loader=loader))
        assert len(found) == len(wanted), (len(found), len(wanted))
        for position, (one, other) in enumerate(zip(found, wanted)):
            assert one == other and repr(one) == repr(other), (loader, position, one, other)
    print(len(wanted), "values, twice")
    """

  private func python(_ program: String, _ argument: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, argument]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
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
