import Diagnostics
import Foundation
import Manifests
import MeshCompiler
import MeshModel
import MeshNames
import Planning
import Testing
import YAMLWriting

/// What each stage of the way to OpenShift Service Mesh 3 is in the clusters.
struct MigrationStageTests {
  private static let graph = Repository.Case(description: "federation/partial-graph")

  private func plan(_ stage: Migration.Stage) throws -> Plan {
    let migration = migrate(SourceText(name: "topology.yaml", bytes: try Self.graph.bytes))
    return try #require(migration.stages.first { $0.stage == stage }).plan
  }

  private func resources(_ kind: String, of stage: Migration.Stage) throws -> [Resource] {
    try plan(stage).steps.flatMap(\.resources).filter { $0.kind == kind }
  }

  /// The places of steps in the plan, by the ends of their names.
  private func places(of name: String, in plan: Plan) -> [Int] {
    plan.steps.indices.filter { plan.steps[$0].id.description.hasSuffix(name) }
  }

  @Test func `prepares control planes for all of their peers, and for nothing else`() throws {
    let before = compile(SourceText(name: "t", bytes: try Self.graph.bytes))
    let old = try #require(before.plan).steps.flatMap(\.resources)
    for plane in try resources("ServiceMeshControlPlane", of: .prepare) {
      let spec = try #require(plane.content["spec"])
      #expect(spec["security"]?["manageNetworkPolicy"] == false)
      let aliases = try #require(spec["techPreview"]?["meshConfig"]?["trustDomainAliases"])
      let peers = try resources("ServiceMeshPeer", of: .prepare).filter { $0.namespace == plane.namespace }
      #expect(aliases == .strings(peers.map { "\($0.name).local" }))
    }
    let others = try plan(.prepare).steps.flatMap(\.resources).filter { $0.kind != "ServiceMeshControlPlane" }
    #expect(others == old.filter { $0.kind != "ServiceMeshControlPlane" })
  }

  @Test func `has gateways for what is imported before anybody uses them`() throws {
    let gateways = try resources("Gateway", of: .gateways)
    #expect(
      gateways.filter { $0.name == "eastwestgateway" }.map(\.labels["app.kubernetes.io/part-of"]) == ["hub", "north"])
    #expect(gateways.count { $0.name.hasPrefix("remote-gateway-") } == 5)
    for kind in ["ServiceEntry", "WorkloadEntry"] { #expect(try resources(kind, of: .gateways).isEmpty) }
    let rolls = try resources("ServiceMeshMemberRoll", of: .gateways)
    #expect(
      rolls.map { $0.content["spec"]?["members"] } == [
        ["catalog", "istio-ingress"], ["shop", "istio-ingress"], ["shop"], ["shop"], ["shop"],
      ])
  }

  @Test func `keeps federation as it was until it is left`() throws {
    for kind in ["ExportedServiceSet", "ImportedServiceSet", "ServiceMeshPeer"] {
      let before = try resources(kind, of: .prepare)
      #expect(!before.isEmpty)
      for stage in [Migration.Stage.gateways, .services] { #expect(try resources(kind, of: stage) == before) }
    }
  }

  @Test func `finds one service without federation, and leaves the others with it`() throws {
    let migration = migrate(SourceText(name: "topology.yaml", bytes: try Self.graph.bytes))
    let stage = try #require(migration.stages.first { $0.stage == .services })
    let text = String(decoding: stage.source.bytes, as: UTF8.self).replacing(", discovery: manual", with: "")
      .replacing("as: {name: north-orders}", with: "as: {name: north-orders}, discovery: manual")
    let plan = try #require(compile(SourceText(name: "t", bytes: Array(text.utf8))).plan)
    let entries = plan.steps.flatMap(\.resources).filter { $0.kind == "WorkloadEntry" }
    #expect(entries.map(\.name) == ["north-orders.shop.svc.north-imports.local.north"])
    #expect(plan.steps.map(\.id.description).filter { $0.hasSuffix("/clients") } == ["east/70-discovery/clients"])
    #expect(planProblems(plan).isEmpty)
  }

  @Test func `leaves in an order in which no proxy loses what it uses`() throws {
    let plan = try plan(.leave)
    let order = ["/reached", "/imports", "/exports", "/40-control-plane", "/gateways"].map { places(of: $0, in: plan) }
    #expect(order.map(\.count) == [4, 4, 2, 5, 5])
    for (earlier, later) in zip(order, order.dropFirst()) {
      #expect(try #require(earlier.max()) < #require(later.min()))
    }
    let planes = plan.steps.filter { $0.id.description.hasSuffix("/40-control-plane") }
    let exports = plan.steps.filter { $0.id.description.hasSuffix("/exports") }.map(\.id)
    for step in planes { #expect(Set(exports).isSubset(of: step.after)) }
  }

  @Test func `keeps the roots of peers when it leaves, and nothing that leads to them`() throws {
    let plan = try plan(.leave)
    for kind in ["ExportedServiceSet", "ImportedServiceSet"] { #expect(try resources(kind, of: .leave).isEmpty) }
    let peers = try resources("ServiceMeshPeer", of: .leave)
    #expect(try peers.map(\.name) == resources("ServiceMeshPeer", of: .services).map(\.name))
    for peer in peers {
      #expect(peer.content["spec"]?["remote"]?["addresses"] == ["federation-has-ended.invalid"])
    }
    #expect(try resources("ConfigMap", of: .leave) == resources("ConfigMap", of: .services))
    for plane in try resources("ServiceMeshControlPlane", of: .leave) {
      #expect(plane.content["spec"]?["gateways"] == nil)
    }
    #expect(!plan.steps.contains { $0.id.description.hasSuffix("/connected") })
    #expect(!plan.bindings.contains { $0.name.contains("_INGRESS_") })
  }

  /// The scripts are POSIX' shell, whatever names are in them.
  @Test(arguments: Migration.Stage.allCases)
  func `asks the shell what the shell can read`(stage: Migration.Stage) throws {
    let plan = try plan(stage)
    let commands = plan.steps.flatMap { step -> [Command] in
      if case .run(let commands) = step.action {
        commands + step.gates.map(\.command)
      } else {
        step.gates.map(\.command)
      }
    }
    for command in commands where command.words.starts(with: ["sh", "-c"]) {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-n", "-c", try #require(command.words.last)]
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 0, "\(command.words[2])")
    }
  }

  /// What a proxy prints of a service: an address, and whether it takes requests there.
  @Test(arguments: [
    (["192.0.2.1:15443::health_flags::healthy"], true),
    (["10.0.0.9:15443::health_flags::healthy", "192.0.2.1:15443::health_flags::healthy"], true),
    (["10.0.0.9:15443::health_flags::healthy"], false),
    (["192.0.2.1:15443::health_flags::/failed_outlier_check"], false),
    ([], false),
  ])
  func `takes a service for reached where a gateway of a peer has it`(endpoints: [String], isReached: Bool) throws {
    let plan = try plan(.leave)
    let step = try #require(plan.steps.first { $0.id.description == "south/70-discovery/reached" })
    let host = "outbound|80||products.catalog.svc.hub-imports.local::"
    let known = endpoints.map { host + $0 }.joined(separator: "\n")
    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try installProgram(
      """
      #!/bin/sh
      case "$*" in
        *"get endpoints"*) printf '10.0.0.9:15443::\\n10.0.0.8:15443::\\n' ;;
        *"get pods"*) printf 'pod/one\\npod/two\\n' ;;
        *"exec pod/one"*) echo '\(host)192.0.2.1:15443::health_flags::healthy' ;;
        *"exec pod/two"*) echo '\(known)' ;;
        *) exit 1 ;;
      esac

      """, at: folder.appending(path: "kubectl"))
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", try #require(step.gates.first?.command.words.last)]
    shell.environment = ["PATH": "\(folder.path(percentEncoded: false)):/usr/bin:/bin"]
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect((shell.terminationStatus == 0) == isReached)
  }
}
