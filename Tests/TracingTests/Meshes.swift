import AppliedMesh
import Diagnostics
import Foundation
import MeshCompiler
import Tracing

/// The topologies and the goldens of the repository, as a tracer sees them.
enum Meshes {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The topologies of today's Istio: `sail/ambient`.
  static let ofIstio = ["sail", "helm"].flatMap { folder in
    names(in: "topologies/\(folder)").filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0.dropLast(5))" }
  }.sorted()

  static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
  }

  /// What a topology of the repository compiles to.
  static func planned(_ name: String) throws -> AppliedMesh {
    let bytes = Array(try Data(contentsOf: root.appending(path: "topologies/\(name).yaml")))
    return try planned(from: String(decoding: bytes, as: UTF8.self))
  }

  static func planned(from topology: String) throws -> AppliedMesh {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Array(topology.utf8)))
    guard let plan = compilation.plan else { throw NoPlan(messages: compilation.findings.map(\.message)) }
    return AppliedMesh(of: plan)
  }

  struct NoPlan: Error {
    let messages: [String]
  }

  /// The files of a golden.
  static func files(of name: String) throws -> [AppliedFile] {
    let folder = root.appending(path: "golden/\(name)")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter(AppliedFile.reads).map {
      AppliedFile(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  static func read(_ files: [AppliedFile]) -> AppliedMesh {
    var unreadable: [String] = []
    return AppliedMesh(reading: files, unreadable: &unreadable)
  }

  /// The pairs of a mesh as lines that can be compared.
  static func pairs(of mesh: AppliedMesh) -> [String] {
    Tracer(mesh).reachability().pairs.map { pair in
      "\(pair.from) -> \(pair.to): \(pair.disposition.rawValue) \(pair.via.map { $0.cluster ?? "" })"
    }.sorted()
  }
}
