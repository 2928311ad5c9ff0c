import Foundation

/// The files of this repository that tests read, and the one switch that lets them write.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `MESHGEN_ACCEPT=1 swift test` takes what is compiled now for right.
  static let accepts = ProcessInfo.processInfo.environment["MESHGEN_ACCEPT"] == "1"

  /// A topology that must compile to what stands under the same path in `golden/`.
  struct Case: Sendable, CustomStringConvertible {
    let description: String

    var bytes: [UInt8] {
      get throws { Array(try Data(contentsOf: root.appending(path: "topologies/\(description).yaml"))) }
    }

    var golden: URL { root.appending(path: "golden/\(description)") }
  }

  /// The folders of topologies that compile: one for each dialect.
  static var dialects: [String] { names(in: root.appending(path: "topologies")).filter { $0 != "errors" } }

  /// The topologies that compile.
  static var compiling: [Case] { dialects.flatMap { cases(in: $0) } }

  /// The topologies of a folder, by name.
  static func cases(in folder: String) -> [Case] {
    names(in: root.appending(path: "topologies/\(folder)")).filter { $0.hasSuffix(".yaml") }.map { $0.dropLast(5) }
      .sorted().map { Case(description: "\(folder)/\($0)") }
  }

  /// What a folder holds, sorted; nothing where there is no such folder.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []).sorted()
  }

  /// The modules of a storey of `Sources`, sorted.
  static func modules(of storey: String) -> [String] { names(in: root.appending(path: "Sources/\(storey)")) }

  /// Every file below a folder, by its path inside it.
  static func files(below folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)) {
      let url = folder.appending(path: path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      files[path] = try Data(contentsOf: url)
    }
    return files
  }

  /// Replaces a folder by these files.
  static func replace(_ folder: URL, by files: [String: Data]) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, data) in files {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }
  }
}
