import Foundation
import Testing
import YAMLWriting

/// PyYAML's two readers, one of which is libyaml, against Python's reader of JSON.
@Suite struct SecondReaderTests {
  @Test(.enabled(if: Python.hasYAML, "python3 has no module yaml here: install python3-yaml to have PyYAML read along"))
  func `is read by PyYAML as the values that were written`() throws {
    var generator = NastyValues(seed: 1)
    let values = (0..<6000).map { _ in generator.next() }
    var writer = YAMLWriter()
    for value in values { writer.write(value) }

    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(writer.text.utf8).write(to: folder.appending(path: "values.yaml"))
    try Data(values.map(\.jsonLine).joined().utf8).write(to: folder.appending(path: "values.jsonl"))
    // Pretty JSON is compared with the lines of JSON, as one array.
    try Data(YAMLValue.sequence(values).json.utf8).write(to: folder.appending(path: "values.json"))

    let (status, output) = try Python.run(["-c", comparison, folder.path()])
    #expect(status == 0, "\(output)")
    #expect(output == "compared \(values.count) values three times\n")
  }
}

/// Prints the first value that two readers disagree about; `repr` tells 1 from True, and shows what cannot be seen.
private let comparison = """
  import json, sys, yaml
  folder = sys.argv[1]
  with open(folder + "/values.jsonl", encoding="utf-8", newline="\\n") as file:
    expected = [json.loads(line) for line in file]
  def compare(name, values):
    for number, (value, wanted) in enumerate(zip(values, expected, strict=True)):
      if repr(value) != repr(wanted):
        sys.exit(print(f"{name}, value {number}:\\n{value!a}\\nis not\\n{wanted!a}") or 1)
  with open(folder + "/values.yaml", "rb") as file: text = file.read()
  compare("SafeLoader", yaml.load_all(text, yaml.SafeLoader))
  compare("CSafeLoader", yaml.load_all(text, yaml.CSafeLoader))
  with open(folder + "/values.json", "rb") as file: compare("json", json.load(file))
  print(f"compared {len(expected)} values three times")
  """

private enum Python {
  static var hasYAML: Bool { (try? run(["-c", "import yaml; yaml.CSafeLoader"]).status) == 0 }

  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
