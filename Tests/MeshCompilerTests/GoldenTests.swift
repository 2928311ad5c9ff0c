import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import Planning
import Testing

/// The goldens are the product: what each topology compiles to, byte for byte, with everything that is said about it.
struct GoldenTests {
  @Test(arguments: Repository.compiling)
  func `compiles to its golden`(topology: Repository.Case) throws {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: try topology.bytes))
    let files = try #require(compilation.files).files
    var tree = Dictionary(uniqueKeysWithValues: files.map { ($0.path.text, Data($0.bytes)) })
    #expect(tree.count == files.count, "two files have one path")
    tree["findings.txt"] = Data(FindingFormat.snippet.render(compilation.findings, of: compilation.source).utf8)
    try expect(tree, toEqualGoldenAt: topology.golden)
  }

  @Test(arguments: Repository.cases(in: "errors"))
  func `says what its golden says`(topology: Repository.Case) throws {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: try topology.bytes))
    let text = FindingFormat.snippet.render(compilation.findings, of: compilation.source)
    try expect(["findings.txt": Data(text.utf8)], toEqualGoldenAt: topology.golden)
  }

  @Test(arguments: Repository.dialects + ["errors"])
  func `has a topology for every golden`(folder: String) {
    let topologies = Repository.cases(in: folder).map { $0.description.split(separator: "/").last.map(String.init) }
    #expect(Repository.names(in: Repository.root.appending(path: "golden/\(folder)")) == topologies)
  }

  @Test(arguments: Repository.compiling)
  func `does nothing before what it needs`(topology: Repository.Case) throws {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: try topology.bytes))
    #expect(planProblems(try #require(compilation.plan)).isEmpty)
  }

  private func expect(_ files: [String: Data], toEqualGoldenAt folder: URL) throws {
    if Repository.accepts { try Repository.replace(folder, by: files) }
    let golden = try Repository.files(below: folder)
    for path in Set(files.keys).union(golden.keys).sorted() where files[path] != golden[path] {
      Issue.record("\(path) is not what it was:\n\(difference(golden[path], files[path], path))")
    }
  }

  private func difference(_ old: Data?, _ new: Data?, _ path: String) -> String {
    UnifiedDiff(
      from: Array(old ?? Data()), named: "golden/\(path)", to: Array(new ?? Data()), named: "compiled/\(path)"
    ).text
  }
}
