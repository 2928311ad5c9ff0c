import Foundation
import Testing

/// `diff` as a user runs it.
struct DiffTests {
  private static let topology = """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: shop}
    distribution: {name: sail, version: 1.30.3}
    controlPlane: {mode: multi-primary}
    networks: [{name: one}, {name: two}]
    clusters:
      - {name: fra-1, network: one, apiServer: "https://fra-1.example.com:6443"}
      - {name: dub-1, network: two, apiServer: "https://dub-1.example.com:6443"}

    """

  @Test(
    arguments: [
      ("version: 1.30.3", "version: 1.30.4", "dangerous", 0), ("version: 1.30.3", "version: 1.30.4", "rolling", 1),
      ("metadata: {name: shop}", "metadata: {name: shop} # the shop", "rolling", 0),
      ("metadata: {name: shop}", "metadata: {name: store}", "dangerous", 1),
      (
        "metadata: {name: shop}",
        "metadata: {name: store}\nsilence: [{code: MG802, reason: new}, {code: MG807, reason: new}]", "dangerous", 0
      ),
      ("version: 1.30.3", "version: nonsense", "dangerous", 1),
    ])
  func `sets the exit status by the effect`(old: String, new: String, effect: String, status: Int32) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.topology, to: "old.yaml")
    try program.write(Self.topology.replacing(old, with: new), to: "new.yaml")
    let result = try program.run("diff", "old.yaml", "new.yaml", "--fail-on", effect)
    #expect(result.status == status, "\(result.output) \(result.errors)")
  }

  @Test func `takes a directory or standard input for a side`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.topology, to: "topology.yaml")
    #expect(try program.run("build", "topology.yaml", "--out", "generated").status == 0)
    #expect(try program.run("diff", "generated", "topology.yaml").output == "nothing changes\n")
    let next = Self.topology.replacing("1.30.3", with: "1.29.4")
    let result = try program.run("diff", "generated", "-", input: next)
    #expect(result.output.hasPrefix("dangerous: ") && result.output.contains("MG820"), "\(result.output)")
    #expect(try program.run("diff", "-", "-").status == 2)
    try program.write("", to: "empty/a.txt")
    #expect(try program.run("diff", "empty", "topology.yaml").status == 2)
    #expect(try program.run("diff", "missing.yaml", "topology.yaml").status == 3)
  }

  @Test(arguments: ["snippet", "markdown", "json", "sarif", "github"])
  func `shows a change in every form`(format: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.topology, to: "old.yaml")
    try program.write(Self.topology.replacing("1.30.3", with: "1.29.4"), to: "new.yaml")
    let result = try program.run("diff", "old.yaml", "new.yaml", "--output", format)
    #expect(result.status == 0 && result.output.contains("MG820"))
  }

  @Test func `follows requests before and after`() throws {
    let program = try Program()
    defer { program.remove() }
    let third = "  - {name: dub-2, network: one, apiServer: \"https://dub-2.example.com:6443\"}\n"
    try program.write(Self.topology + third, to: "old.yaml")
    try program.write(Self.topology + third.replacing("network: one", with: "network: two"), to: "new.yaml")
    let text = try program.run("diff", "old.yaml", "new.yaml").output
    #expect(text.contains("Who reaches whom") && text.contains("reaches-direct -> reaches-through-gateway"), "\(text)")
    #expect(try program.run("build", "old.yaml", "--out", "generated").status == 0)
    let json = try program.run("diff", "generated", "new.yaml", "--output", "json").output
    let document = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let reach = try #require(document["reach"] as? [String: [[String: String]]])
    #expect(reach["changed"]?.contains { $0["from"] == "fra-1" && $0["to"] == "dub-2" } == true, "\(reach)")
    #expect(reach["lost"] == [] && reach["gained"] == [])
  }
}
