import FileTrees
import Foundation
import MeshCompiler
import Planning
import Testing

/// The commands of one step of a plan, run in the plan's own folder with programs that only remember.
struct LegacyScript {
  private let folder: URL
  private let scripts: [[String]]

  /// Writes the plan's files into a folder of its own.
  init(of step: String, in compilation: Compilation) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    for file in try #require(compilation.files).files {
      let url = folder.appending(path: file.path.text)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    let planned = try #require(compilation.plan?.steps.first { $0.id.description == step })
    guard case .run(let commands) = planned.action else {
      scripts = []
      return
    }
    scripts = commands.map(\.words)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs the commands; kubectl is this script, and what is given as `STATE` is in its surroundings.
  func run(kubectl: String, state: String) throws -> (status: Int32, output: String) {
    try run(["kubectl": kubectl], state: state)
  }

  /// Runs the commands with these scripts in the place of programs.
  func run(_ programs: [String: String], state: String = "") throws -> (status: Int32, output: String) {
    let programFolder = folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: programFolder, withIntermediateDirectories: true)
    for (name, script) in programs {
      let program = programFolder.appending(path: name)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path(percentEncoded: false))
    }
    var output = ""
    for words in scripts {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = words
      process.currentDirectoryURL = folder
      process.environment = [
        "PATH": "\(programFolder.path(percentEncoded: false)):/usr/bin:/bin", "STATE": state,
      ]
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      output += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return (process.terminationStatus, output) }
    }
    return (0, output)
  }
}
