import Foundation
import Testing

/// The command that brings a federation to OpenShift Service Mesh 3, as a user runs it.
struct MigrateTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    let example = Program.root.appending(path: "topologies/federation/maistra-federation.yaml")
    try program.write(String(decoding: try Data(contentsOf: example), as: UTF8.self), to: "topology.yaml")
    try body(program)
  }

  @Test func `prints the topology of a stage, and the last one if nobody says which`() throws {
    try withProgram { program in
      let first = try program.run("migrate", "topology.yaml", "--to", "sail", "--stage", "prepare")
      #expect(first.status == 0 && first.output.contains("\nmigration: {to: sail, stage: prepare}\n"))
      let last = try program.run("migrate", "topology.yaml", "--to", "sail", "--release", "1.27.3")
      #expect(last.status == 0 && last.output.contains("\ndistribution: {name: sail, version: 1.27.3}\n"))
      #expect(!last.output.contains("migration:"))
      try program.write(first.output, to: "prepare.yaml")
      try #expect(program.run("validate", "prepare.yaml").status == 0)
    }
  }

  @Test func `writes all stages and the plan, and each of them builds into one directory`() throws {
    try withProgram { program in
      let written = try program.run("migrate", "topology.yaml", "--to", "sail", "--out", "migration")
      #expect(written.status == 0 && written.output == "migration: 9 written\n")
      let again = try program.run("migrate", "topology.yaml", "--to", "sail", "--out", "migration")
      #expect(again.output == "migration is up to date, 9 files\n")
      for stage in ["1-prepare", "2-gateways", "3-services", "4-leave", "5-side-by-side", "6-done", "topology"] {
        try #expect(program.run("build", "migration/\(stage).yaml", "--out", "mesh").status == 0, "\(stage)")
        try #expect(program.run("check", "migration/\(stage).yaml", "--out", "mesh").status == 0, "\(stage)")
      }
      try #expect(program.read("migration/README.md").contains("## What cannot be kept\n"))
    }
  }

  @Test func `leaves the output of a build alone`() throws {
    try withProgram { program in
      try #expect(program.run("build", "topology.yaml", "--out", "mesh").status == 0)
      let before = try program.snapshot("mesh")
      try #expect(program.run("migrate", "topology.yaml", "--to", "sail", "--out", "mesh").status == 3)
      try #expect(program.snapshot("mesh") == before)
    }
  }

  @Test func `says why a topology cannot be migrated, and writes nothing`() throws {
    try withProgram { program in
      try program.write(program.read("topology.yaml").replacing("version: 2.6", with: "version: 2.5"), to: "old.yaml")
      let result = try program.run("migrate", "old.yaml", "--to", "sail", "--out", "migration")
      #expect(result.status == 1 && result.output == "")
      #expect(result.errors.contains("error[MG788]: there is no way from `2.5` to OpenShift Service Mesh 3\n"))
      #expect(!FileManager.default.fileExists(atPath: program.path("migration")))
    }
  }

  @Test func `speaks JSON to programs`() throws {
    try withProgram { program in
      let result = try program.run("migrate", "topology.yaml", "--to", "sail", "--stage", "leave", "--output", "json")
      let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      #expect(result.status == 0 && result.errors == "")
      #expect((document?["topology"] as? String)?.contains("discovery: manual") == true)
    }
  }

  @Test(arguments: [
    ["--to", "istio"], ["--to", "sail", "--stage", "soon"], ["--stage", "prepare"],
    ["--to", "sail", "--stage", "prepare", "--out", "migration"],
  ])
  func `refuses unusable arguments`(arguments: [String]) throws {
    try withProgram { program in
      let result =
        switch arguments.count {
        case 2: try program.run("migrate", "topology.yaml", arguments[0], arguments[1])
        case 4: try program.run("migrate", "topology.yaml", arguments[0], arguments[1], arguments[2], arguments[3])
        default:
          try program.run(
            "migrate", "topology.yaml", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4],
            arguments[5])
        }
      #expect(result.status == 2, "\(result.errors)")
    }
  }
}
