import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import Testing

/// The files for a certificate tool, written to a folder of their own, and the folder that their script issues into.
struct Ceremony {
  private let folder: URL
  let tool: String

  init(_ topology: [UInt8], with tool: String) throws {
    self.tool = tool
    folder = FileManager.default.temporaryDirectory.appending(path: "meshgen ceremony \(UUID().uuidString)")
    let compilation = compile(SourceText(name: "topology.yaml", bytes: topology))
    let files = try #require(compilation.files, "\(compilation.findings.map(\.message))").files
    for file in files where file.path.text.hasPrefix("certificates/") {
      let url = folder.appending(path: file.path.text)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs the script as a user does, from beside it, with a relative path.
  func run(_ acts: String..., programs: String? = nil) throws -> (status: Int32, output: String) {
    var environment = ProcessInfo.processInfo.environment
    if let programs { environment["PATH"] = "\(folder.path)/\(programs):\(environment["PATH"] ?? "")" }
    return try Self.run(
      ["/bin/sh", "certificates/\(tool)/ceremony.sh", "issued"] + acts, in: folder, environment: environment)
  }

  func issued(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: "issued/\(name)")) }

  /// Has the script write where another ceremony has written.
  func issueInto(_ other: Ceremony) throws {
    let target = other.folder.appending(path: "issued")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: folder.appending(path: "issued"), withDestinationURL: target)
  }

  func copy(_ name: String, to other: String) throws {
    try issued(name).write(to: folder.appending(path: "issued/\(other)"))
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder.path)/issued/\(name)") }

  func mode(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(folder.path)/issued/\(name)")[.posixPermissions] as? Int
  }

  /// Puts a program in the way of another one.
  func install(_ program: String, _ text: String, in programs: String) throws {
    let url = folder.appending(path: programs).appending(path: program)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try installProgram(text, at: url)
  }

  /// What an outside judge says of issued files.
  func openssl(_ arguments: String...) throws -> String {
    let (status, output) = try Self.run(["/usr/bin/env", "openssl"] + arguments, in: folder.appending(path: "issued"))
    #expect(status == 0, "\(arguments): \(output)")
    return output
  }

  /// Runs something among the issued files.
  func judge(_ command: String...) throws {
    let (status, output) = try Self.run(command, in: folder.appending(path: "issued"))
    #expect(status == 0, "\(command.suffix(2)): \(output)")
  }

  static func isInstalled(_ program: String) -> Bool {
    ((try? run(["/bin/sh", "-c", "command -v \(program)"], in: FileManager.default.temporaryDirectory))?.status ?? 1)
      == 0
  }

  private static func run(
    _ command: [String], in folder: URL, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
