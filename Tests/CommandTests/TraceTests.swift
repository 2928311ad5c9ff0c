import Foundation
import Testing

/// `trace` as a user runs it.
struct TraceTests {
  private static let topology = """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: shop}
    distribution: {name: istio, version: 1.30.3}
    controlPlane: {mode: multi-primary}
    networks: [{name: one}, {name: two}]
    clusters:
      - {name: fra-1, network: one, apiServer: "https://fra-1.example.com:6443"}
      - {name: dub-1, network: two, apiServer: "https://dub-1.example.com:6443"}

    """

  @Test func `follows requests in a topology and in what was built of it`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.topology, to: "topology.yaml")
    #expect(try program.run("build", "topology.yaml", "--out", "generated").status == 0)
    for source in ["topology.yaml", "generated"] {
      let result = try program.run("trace", source, "fra-1", "web.shop")
      #expect(
        result.status == 0 && result.output.contains("(reaches-through-gateway)"), "\(result.output) \(result.errors)")
      #expect(try program.run("trace", source, "--all").status == 0)
    }
    let piped = try program.run("trace", "-", "fra-1", "web.shop@dub-1", "--output", "json", input: Self.topology)
    #expect(piped.status == 0 && piped.output.contains("\"place\": \"<stdin>:9:"), "\(piped.output)")
  }

  @Test func `says what somebody's edit has broken`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.topology, to: "topology.yaml")
    #expect(try program.run("build", "topology.yaml", "--out", "generated").status == 0)
    let file = "generated/clusters/dub-1/60-exposure/gateway-cross-network-gateway.yaml"
    try program.write(try program.read(file).replacing("\"*.local\"", with: "\"*.example.com\""), to: file)
    let result = try program.run("trace", "generated", "fra-1", "web.shop@dub-1")
    #expect(result.status == 1 && result.output.contains("filter_chain_not_found"), "\(result.output)")
    #expect(
      try program.run("trace", "generated", "--all", "--output", "csv").output.contains(
        "fra-1,dub-1,gateway-refuses,dub-1"))
  }

  @Test(arguments: [
    ["trace", "topology.yaml"], ["trace", "topology.yaml", "fra-1"], ["trace", "topology.yaml", "mad-1", "web.shop"],
    ["trace", "topology.yaml", "fra-1", "web"], ["trace", "topology.yaml", "fra-1", "web.shop", "--output", "csv"],
    ["trace", "empty", "--all"],
  ])
  func `refuses what is no question`(arguments: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.topology, to: "topology.yaml")
    try program.write("", to: "empty/a.txt")
    #expect(try program.run(arguments).status == 2)
  }

  @Test func `nothing and garbage are no proof`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("hello", to: "garbage.yaml")
    try program.write("hello", to: "folder/a/b.yaml")
    #expect(try program.run("trace", "garbage.yaml", "--all").status == 1)
    #expect(try program.run("trace", "missing.yaml", "--all").status == 3)
    #expect(try program.run("trace", "folder", "a", "b.c@a").status == 1)
  }
}
