import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import MeshNames
import Planning
import Testing

/// The plan's files for machines: what `index.json` and the clusters' parts say together is the plan.
struct PlanFilesTests {
  @Test(arguments: Repository.compiling)
  func `say every step, its order across clusters, and everything else`(topology: Repository.Case) throws {
    let compilation = compile(SourceText(name: "t", bytes: try topology.bytes))
    let plan = try #require(compilation.plan)
    let files = Dictionary(
      uniqueKeysWithValues: try #require(compilation.files).files.map { ($0.path.text, Data($0.bytes)) })
    let index = try object(files["index.json"])
    let clusters = try array(index["clusters"])
    #expect(clusters.compactMap { $0["name"] as? String } == plan.clusters.map(\.name.description))
    let parts = try clusters.map { try object(files[try #require($0["plan"] as? String)]) }
    let all = [index] + parts

    var order: [String: Set<String>] = [:]
    for step in try all.flatMap({ try array($0["steps"]) }) {
      let id = try #require(step["id"] as? String)
      order[id, default: []].formUnion(step["after"] as? [String] ?? [])
      for later in step["before"] as? [String] ?? [] { order[later, default: []].insert(id) }
    }
    #expect(
      order == Dictionary(uniqueKeysWithValues: plan.steps.map { ("\($0.id)", Set($0.after.map(\.description))) }))

    let bindings = try all.flatMap { try array($0["bindings"]) }
    #expect(Set(bindings.compactMap { $0["name"] as? String }) == Set(plan.bindings.map(\.name)))
    let places = bindings.compactMap { $0["place"] as? String }
    #expect(places.count == bindings.count && !places.contains { $0.contains(/\[\d+\]/) })

    let acts = try array(index["removal"]).compactMap { $0["description"] as? String }
    for part in parts {
      let own = try array(part["removal"]).compactMap { $0["description"] as? String }
      let places = own.compactMap { acts.firstIndex(of: $0) }
      #expect(places.count == own.count && places == places.sorted())
    }
    let removal = try parts.flatMap { try array($0["removal"]) }
    #expect(removal.count == plan.removal.count)
  }

  @Test(arguments: Repository.compiling)
  func `have no digest, no count and no number of a place in a list`(topology: Repository.Case) throws {
    let files = try #require(compile(SourceText(name: "t", bytes: try topology.bytes)).files).files
    for file in files where file.path.text.hasSuffix("plan.json") || file.path.text == "index.json" {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for key in ["sha256", "files\": [\n", "order", "count"] { #expect(!text.contains("\"\(key)\""), "\(file.path)") }
    }
  }

  /// The order of the clusters shows where an order is shown, and nowhere else.
  @Test func `do not depend on the order of the clusters`() throws {
    let (some, turned) = (try files(ofClusters: 30), try files(ofClusters: 30, reversed: true))
    let different = Set(some.keys).union(turned.keys).filter { some[$0] != turned[$0] }
    #expect(
      different.sorted() == [
        "README.md", "certificates/PLAN.md", "certificates/plan.json", "clusters/control-planes.txt", "index.json",
      ])
  }

  /// Twice as many clusters are twice as many bytes, in the whole and in each cluster's part.
  @Test func `grow with the clusters, and not with their pairs`() throws {
    let (some, twice) = (try files(ofClusters: 60), try files(ofClusters: 120))
    let sizes = [some, twice].map { files in files.values.reduce(0) { $0 + $1.count } }
    #expect(sizes[1] < sizes[0] * 21 / 10, "\(sizes)")
    for path in ["clusters/c-007/plan.json", "clusters/c-059/plan.json", "clusters/c-030/kustomization.yaml"] {
      #expect(try #require(some[path]) == #require(twice[path]))
    }
  }

  private func files(ofClusters count: Int, reversed: Bool = false) throws -> [String: Data] {
    let networks = (0..<count / 2).map { "  - name: n-\($0)\n" }.joined()
    let clusters = (0..<count).map { number in
      let name = "c-" + String("00\(number)".suffix(3))
      return "  - {name: \(name), network: n-\(number / 2), apiServer: \"https://\(name).example.com\"}\n"
    }
    let text = """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: wide}
      distribution: {name: sail, version: 1.30.3}
      controlPlane: {mode: multi-primary}
      networks:
      \(networks)clusters:
      \((reversed ? clusters.reversed() : clusters).joined())
      """
    let compilation = compile(SourceText(name: "t", bytes: Array(text.utf8)))
    return Dictionary(
      uniqueKeysWithValues: try #require(compilation.files).files.map { ($0.path.text, Data($0.bytes)) })
  }

  private func object(_ data: Data?) throws -> [String: Any] {
    let data = try #require(data)
    let value = try JSONSerialization.jsonObject(with: data)
    return try #require(value as? [String: Any])
  }

  private func array(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }
}
