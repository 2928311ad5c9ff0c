import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// A folder of its own, which is removed with `remove`.
  let folder: URL

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program beside the tests that are running.
  let binary: URL

  init(_ name: String = "meshgen") throws {
    binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
    folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  func write(_ text: String, to name: String) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Runs the program in its folder.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:], umask: String = "022")
    throws -> Result
  {
    try run(arguments, input: input, environment: environment, umask: umask)
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:], umask: String = "022")
    throws -> Result
  {
    let process = Process()
    let (standardInput, output, errors) = (Pipe(), Pipe(), folder.appending(path: ".errors"))
    _ = FileManager.default.createFile(atPath: errors.path(percentEncoded: false), contents: nil)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "umask \(umask); exec \"$@\"", "sh", binary.path(percentEncoded: false)] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let complaint = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    try FileManager.default.removeItem(at: errors)
    return Result(status: process.terminationStatus, output: text, errors: complaint)
  }

  /// The bytes and modes of everything below a folder, by path.
  func snapshot(_ name: String) throws -> [String: String] {
    let top = folder.appending(path: name)
    var snapshot: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: top.path(percentEncoded: false)) {
      let file = top.appending(path: path).path(percentEncoded: false)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int ?? 0
      let bytes = FileManager.default.contents(atPath: file) ?? Data()
      snapshot[path] = String(mode, radix: 8) + " " + bytes.base64EncodedString()
    }
    return snapshot
  }
}
