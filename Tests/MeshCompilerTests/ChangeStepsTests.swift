import Diagnostics
import FileTrees
import Foundation
import MeshChange
import MeshCompiler
import Planning
import Runbook
import Testing

/// The steps of a change, beyond those that a plan has anyway.
struct ChangeStepsTests {
  private static let two = """
    clusters:
      - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
      - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
    """
  private static let third =
    "  - {name: cluster3, network: network2, apiServer: \"https://api.three.example.com:6443\"}"

  private func steps(_ before: String, _ after: String) throws -> [Step] {
    MeshChange(from: try .example(before), to: try .example(after)).steps
  }

  private func commands(_ steps: [Step]) -> [String] {
    steps.flatMap { step -> [String] in
      guard case .run(let commands) = step.action else { return [] }
      return commands.map(\.shellLine)
    }
  }

  @Test func `forgets a cluster that goes in all others, and takes it down without its folder`() throws {
    let steps = try steps("\(Self.two)\n\(Self.third)", Self.two)
    let commands = commands(steps)
    for context in ["cluster1", "cluster2"] {
      let forgetting = commands.firstIndex {
        $0.contains("--context \(context) ")
          && $0.contains("delete --ignore-not-found secret istio-remote-secret-cluster3")
      }
      let leaving = commands.firstIndex { $0.contains("--context cluster3 ") }
      #expect(try #require(forgetting) < #require(leaving))
    }
    #expect(commands.allSatisfy { !$0.contains("clusters/cluster3") })
    #expect(
      commands.contains { $0.contains("--context cluster3 delete --ignore-not-found istios.sailoperator.io/default") })
    #expect(!steps.contains { if case .certificates = $0.action { true } else { false } }, "there is nothing to issue")
  }

  @Test func `lets those that were there read a cluster that comes`() throws {
    let steps = try steps(Self.two, "\(Self.two)\n\(Self.third)").map(\.id.description)
    #expect(steps.contains("cluster3/40-control-plane") && !steps.contains("cluster1/40-control-plane"))
    #expect(steps.contains("cluster1/70-discovery/remote-secret") && steps.contains("*/20-trust"), "\(steps)")
  }

  @Test func `forgets the old name of a cluster in all others before the new one is read`() throws {
    let renamed = "renamed: {clusters: [{from: cluster2, to: west}]}\n" + Self.two.replacing("cluster2", with: "west")
    let steps = try steps(Self.two, renamed)
    let ids = steps.map(\.id.description)
    #expect(ids.first == "cluster1/70-discovery/forget" && ids.contains("west/70-discovery/remote-secret"), "\(ids)")
    #expect(!ids.contains { $0.hasPrefix("cluster2/") || $0.hasPrefix("west/70-discovery/forget") })
  }

  @Test func `removes what kubectl leaves, but no namespace`() throws {
    let steps = try steps(
      "mesh: {mutualTLS: STRICT}\nnamespaces: [shop]", "mesh: {mutualTLS: PERMISSIVE}")
    #expect(commands(steps).allSatisfy { !$0.contains("delete --ignore-not-found namespace") })
    let policies = try self.steps("mesh: {networkPolicies: true}", "mesh: {networkPolicies: false}")
    #expect(commands(policies).contains { $0.contains("delete --ignore-not-found networkpolicy.networking.k8s.io/") })
  }

  @Test func `is behind the steps that it needs, of those that are left`() throws {
    let steps = try steps("distribution: {name: sail, version: 1.30.2}", "distribution: {name: sail, version: 1.30.3}")
    let ids = Set(steps.map(\.id))
    #expect(steps.allSatisfy { $0.after.allSatisfy(ids.contains) })
    let gateways = try #require(steps.first { $0.id.description == "cluster1/50-gateways" })
    #expect(gateways.after.map(\.description) == ["cluster1/40-control-plane"])
  }

  @Test func `says in the way back whether it can be undone`() throws {
    let change = MeshChange(
      from: try .example("certificateAuthority: {rotation: {state: 0}}"),
      to: try .example("certificateAuthority: {rotation: {state: 1}}"))
    #expect(change.wayBack.map(\.effect).max() == .rolling, "\(change.wayBack.map(\.what))")
    let upgrade = MeshChange(
      from: try .example("distribution: {name: sail, version: 1.29.4}"),
      to: try .example("distribution: {name: sail, version: 1.30.3}"))
    #expect(upgrade.effect == .rolling && upgrade.wayBack.map(\.effect).max() == .dangerous)
  }

  @Test(arguments: Repository.compiling)
  func `reads from files the same steps as from a topology`(topology: Repository.Case) throws {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: try topology.bytes))
    let files = try #require(compilation.files).files
    let (read, planned) = (try Runbook(directory: files), try #require(Runbook(compilation)))
    #expect(Set(read.steps.map(\.id)) == Set(planned.steps.map(\.id)))
    let steps = Dictionary(planned.steps.map { ($0.id, $0) }) { first, _ in first }
    var done: Set<String> = []
    for step in read.steps {
      let other = try #require(steps[step.id])
      #expect(step.commands == other.commands && step.cluster == other.cluster && step.uses == other.uses)
      #expect(Set(step.after) == Set(other.after), "\(step.id)")
      #expect(step.after.allSatisfy(done.contains), "\(step.id)")
      done.insert(step.id)
    }
    #expect(read.bindings.map(\.name).sorted() == planned.bindings.map(\.name).sorted())
    #expect(Set(read.removal.map(\.description)) == Set(planned.removal.map(\.description)))
  }

  @Test(arguments: Repository.compiling)
  func `writes scripts that a POSIX shell can read`(topology: Repository.Case) throws {
    let runbook = try #require(Runbook(compile(SourceText(name: "topology.yaml", bytes: try topology.bytes))))
    let file = FileManager.default.temporaryDirectory.appending(path: "steps-\(UUID().uuidString).sh")
    try Data(runbook.script(in: "generated").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-n", file.path(percentEncoded: false)]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }
}
