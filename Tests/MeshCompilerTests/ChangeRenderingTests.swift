import Diagnostics
import FileTrees
import Foundation
import MeshChange
import MeshCompiler
import Testing
import YAMLWriting

/// A change as each reader wants it.
struct ChangeRenderingTests {
  private static let schemaFile = Repository.root.appending(path: "schemas/change.schema.json")

  /// A mesh of so many clusters, of a release.
  private func mesh(of count: Int, _ release: String) -> SourceText {
    let clusters = (1...count).map {
      "  - {name: c\($0), network: n\($0 % 2), apiServer: \"https://c\($0).example.com\"}"
    }
    let text = """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: large}
      distribution: {name: sail, version: \(release)}
      controlPlane: {mode: multi-primary}
      networks: [{name: n0}, {name: n1}]
      clusters:
      \(clusters.joined(separator: "\n"))

      """
    return SourceText(name: "topology.yaml", bytes: Array(text.utf8))
  }

  private func change(from old: SourceText, to new: SourceText) throws -> MeshChange {
    MeshChange(from: try #require(MeshState(compile(old))), to: try #require(MeshState(compile(new))))
  }

  @Test func `keeps the schema of a change among the schemas`() throws {
    let schema = Data(MeshChange.schema.json.utf8)
    if Repository.accepts { try schema.write(to: Self.schemaFile) }
    #expect(try Data(contentsOf: Self.schemaFile) == schema)
  }

  @Test(arguments: ChangeKinds.all)
  func `writes documents that are what the schema says`(kind: ChangeKind) throws {
    let schema = try #require(JSONSchema(try Data(contentsOf: Self.schemaFile)))
    let page = kind.code.explanation
    let change = MeshChange(from: try .example(page.right.text), to: try .example(page.wrong.text))
    let before = SourceText(name: "old.yaml", bytes: Example.topology(with: page.right.text))
    let after = SourceText(name: "new.yaml", bytes: Example.topology(with: page.wrong.text))
    let text = change.render(as: .json, before: before, after: after)
    #expect(schema.problems(with: try JSONSerialization.jsonObject(with: Data(text.utf8))) == [])
  }

  @Test(arguments: ChangeKinds.all.filter { $0.effect >= .disruptive })
  func `points at a line of a topology for what is bad`(kind: ChangeKind) throws {
    let page = kind.code.explanation
    let change = MeshChange(from: try .example(page.right.text), to: try .example(page.wrong.text))
    let placed = change.changes.filter { $0.kind == kind }.contains {
      $0.places.before != nil || $0.places.after != nil
    }
    #expect(placed, "\(change.told)")
  }

  @Test func `shows a release for a hundred clusters on one screen`() throws {
    let change = try change(from: mesh(of: 100, "1.30.2"), to: mesh(of: 100, "1.30.3"))
    let shown = change.markdown().components(separatedBy: "<details>")[0]
    #expect(shown.split(separator: "\n").count < 40)
    #expect(change.changes.count < 6, "\(change.told)")
    #expect(change.text(before: nil, after: nil).split(separator: "\n").count < 80)
  }

  @Test(arguments: [1_000, 2_000, 4_000, 65_536])
  func `never writes more than a comment takes, and says what is left out`(limit: Int) throws {
    let old = mesh(of: 60, "1.30.3")
    let text = String(decoding: old.bytes, as: UTF8.self).replacing(/name: c(\d+),/) { "name: d\($0.1)," }
      .replacing("https://c", with: "https://d").replacing("1.30.3", with: "1.29.4")
    let change = try change(from: old, to: SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
    let markdown = change.markdown(limit: limit)
    #expect(markdown.utf8.count <= limit)
    #expect(markdown.contains("dangerous"))
    #expect(markdown.contains("Left out") == (limit < 65_536))
  }

  @Test func `accepts what the topology gives a reason for`() throws {
    let before = try MeshState.example("mesh: {id: one}")
    let compilation = compile(
      SourceText(
        name: "topology.yaml",
        bytes: Example.topology(with: "mesh: {id: two}\nsilence: [{code: MG802, reason: nothing runs yet}]")))
    let change = MeshChange(from: before, to: try #require(MeshState(compilation)))
    #expect(change.effect == .dangerous)
    let accepted = change.accepting(acceptedChanges(of: compilation))
    #expect(accepted.changes.first { $0.kind.code.number == 802 }?.acceptedBecause == "nothing runs yet")
    #expect(accepted.changes.filter { $0.acceptedBecause == nil }.allSatisfy { $0.kind.code.number != 802 })
  }

  @Test func `annotates the topologies' lines for GitHub, and for code scanning`() throws {
    let (old, new) = (mesh(of: 2, "1.30.3"), mesh(of: 2, "1.29.4"))
    let change = try change(from: old, to: new)
    let lines = change.render(as: .github, before: old, after: new).split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("::error file=topology.yaml,line=4,endLine=4,col=37,title=MG820") }, "\(lines)")
    let log = try JSONSerialization.jsonObject(with: Data(change.render(as: .sarif, before: old, after: new).utf8))
    let runs = try #require((log as? [String: Any])?["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(results.contains { $0["ruleId"] as? String == "MG820" && $0["level"] as? String == "error" })
  }
}

/// A side that is a directory of files.
struct DirectoryChangeTests {
  private func directory(_ bytes: [UInt8]) throws -> MeshState {
    let files = try #require(compile(SourceText(name: "topology.yaml", bytes: bytes)).files)
    return try MeshState(directory: "generated", files: files.files.filter { MeshState.reads($0.path) })
  }

  @Test(arguments: Repository.compiling)
  func `reads a directory as the topology that it was built from`(topology: Repository.Case) throws {
    let bytes = try topology.bytes
    let side = try #require(MeshState(compile(SourceText(name: "topology.yaml", bytes: bytes))))
    let change = MeshChange(from: try directory(bytes), to: side)
    #expect(change.isEmpty, "\(change.told) \(change.objects.prefix(3))")
  }

  @Test(arguments: ChangeKinds.all.filter { seen.contains($0.code.number) })
  func `sees in files alone what is bad in them`(kind: ChangeKind) throws {
    let page = kind.code.explanation
    let before = try directory(Example.topology(with: page.right.text))
    let after = try directory(Example.topology(with: page.wrong.text))
    #expect(MeshChange(from: before, to: after).effect == kind.effect, "\(MeshChange(from: before, to: after).told)")
  }

  /// The kinds of which objects, values and certificate plans tell as much as topologies do.
  private static let seen: Set<Int> = [
    801, 802, 805, 807, 809, 810, 813, 820, 821, 823, 824, 827, 828, 829, 831, 832, 836, 840, 842, 848, 853, 855, 862,
    863, 880, 881, 882, 885, 886, 887, 890,
  ]

  @Test func `names the file that cannot be read`() throws {
    let path = RelativePath("clusters", "c", "40-control-plane", "istio-default.yaml")
    #expect(throws: UnreadableFile.self) {
      try MeshState(directory: "generated", files: [.init(path: path, bytes: Array("a: [".utf8))])
    }
  }
}
