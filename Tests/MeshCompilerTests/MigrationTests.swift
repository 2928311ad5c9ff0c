import Diagnostics
import FileTrees
import Foundation
import Manifests
import MeshCompiler
import MeshModel
import Planning
import Testing
import YAMLReading
import YAMLWriting

/// The way from OpenShift Service Mesh 2 to 3: what each stage is, and what stays as it was written.
struct MigrationTests {
  private func migrated(_ text: String, version: String? = nil) -> StagedCompilation {
    migrate(SourceText(name: "topology.yaml", bytes: Array(text.utf8)), version: version)
  }

  private func text(_ stage: Migration.Stage, of migration: StagedCompilation) throws -> String {
    let found = migration.stages.first { $0.stage == stage }
    return String(decoding: try #require(found, "\(migration.findings.map(\.message))").source.bytes, as: UTF8.self)
  }

  private static let example = Repository.Case(description: "federation/maistra-federation")

  /// What becomes of each topology of a federation: the codes for which it is refused.
  @Test(arguments: [
    ("bindings", [788]), ("defaults", []), ("maistra-federation", []), ("node-ports", [789]),
    ("one-cluster", [776, 788]),
    ("own-roots", [776]), ("partial-graph", []), ("two-meshes", [770, 788]),
  ])
  func `migrates every federation, or says by name why it cannot`(name: String, codes: [Int]) throws {
    let bytes = try Repository.Case(description: "federation/\(name)").bytes
    let migration = migrate(SourceText(name: "topology.yaml", bytes: bytes))
    let errors = migration.findings.filter { $0.severity == .error }
    #expect(Set(errors.map(\.code.number)).sorted() == codes, "\(errors.map(\.message))")
    #expect(migration.stages.map(\.stage) == (codes.isEmpty ? Migration.Stage.allCases : []))
    for stage in migration.stages { #expect(planProblems(stage.plan) == [], "\(stage.stage)") }
  }

  @Test func `knows a fate for every federation`() {
    #expect(Repository.cases(in: "federation").count == 8)
  }

  @Test func `keeps the stages of the example among the topologies`() throws {
    let folder = Repository.root.appending(path: "topologies/migration")
    let migration = migrate(SourceText(name: "topology.yaml", bytes: try Self.example.bytes))
    let files = Dictionary(
      uniqueKeysWithValues: try #require(migration.files).files.map { ($0.path.text, Data($0.bytes)) })
    try #require(files.count == 9)
    if Repository.accepts { try Repository.replace(folder, by: files) }
    #expect(try Repository.files(below: folder) == files)
  }

  /// What the old distribution has and the new one does not is refused by the new one, in the text that it would be in.
  @Test func `says at which stage something is in the way`() throws {
    let text = String(decoding: try Self.example.bytes, as: UTF8.self)
    let migration = migrated(text.replacing("blue-mesh-bookinfo", with: "istio-cni"))
    #expect(migration.stages.isEmpty && migration.outcome == nil)
    #expect(migration.source.name == "topology.yaml, stage side-by-side")
    #expect(migration.findings.map(\.code.slug).contains("shared-namespace"), "\(migration.findings.map(\.message))")
  }

  @Test(arguments: [
    "{domain: apps.a.example.com, annotations: {a.example.com/type: nlb, a.example.com/tags: \"x=1, y=2\"}}",
    "\n      domain: apps.a.example.com\n      annotations:\n        a.example.com/type: nlb\n        a.example.com/tags: x=1, y=2",
  ])
  func `tells the new gateway what load balancers were told`(ingress: String) throws {
    let example = String(decoding: try Self.example.bytes, as: UTF8.self)
    let migration = migrated(example.replacing("{domain: apps.a.example.com}", with: ingress))
    let added = #"gateway: {service: {annotations: {a.example.com/type: nlb, a.example.com/tags: "x=1, y=2"}}}}"#
    for stage in Migration.Stage.allCases {
      #expect(try text(stage, of: migration).contains(added) == (stage != .prepare), "\(stage)")
    }
    let gateway = try #require(migration.stages.first { $0.stage == .gateways }).plan.steps.flatMap(\.resources)
      .first { $0.name == "eastwestgateway" }
    #expect(gateway?.annotations == ["a.example.com/type": "nlb", "a.example.com/tags": "x=1, y=2"])
  }

  @Test func `migrates meshes that share nothing yet, or not any more`() throws {
    let text = String(decoding: try Self.example.bytes, as: UTF8.self)
    let bare = try #require(text.range(of: "exports:")).lowerBound
    for stage in migrated(String(text[..<bare])).stages {
      #expect(planProblems(stage.plan) == [], "\(stage.stage)")
      #expect(!stage.plan.steps.flatMap(\.resources).contains { $0.kind == "Gateway" })
    }
    #expect(migrated(String(text[..<bare])).stages.count == 6)
  }

  @Test func `ends with an ordinary topology, which lacks nothing but the way`() throws {
    let migration = migrate(SourceText(name: "topology.yaml", bytes: try Self.example.bytes))
    let last = try text(.done, of: migration)
    let outcome = String(decoding: try #require(migration.outcome).bytes, as: UTF8.self)
    #expect(outcome == last.replacing("migration: {from: maistra, stage: done}\n", with: ""))
    #expect(outcome != last)
  }

  @Test func `leaves controllers out while they would prune the old mesh`() throws {
    let gitOps = "gitops: {argoCD: {repository: https://git.example.com/mesh.git}}\n"
    let migration = migrated(String(decoding: try Self.example.bytes, as: UTF8.self) + gitOps)
    for stage in Migration.Stage.allCases {
      #expect(try text(stage, of: migration).contains(gitOps) == (stage < .sideBySide))
    }
    #expect(String(decoding: try #require(migration.outcome).bytes, as: UTF8.self).contains(gitOps))
  }

  @Test(arguments: [
    ("[{target: {kind: ServiceMeshControlPlane, name: red-mesh}, merge: {spec: {a: 1}}}]", ""),
    (
      "\n  # ours\n  - target: {kind: ServiceMeshControlPlane, name: red-mesh}\n    merge: {spec: {a: 1}}\n"
        + "  - {target: {kind: Namespace, name: red-mesh-system}, merge: {metadata: {labels: {a: b}}}} # theirs",
      "patches: \n  # ours\n  - {target: {kind: Namespace, name: red-mesh-system}, merge: {metadata: {labels: {a: b}}}} # theirs\n"
    ),
    (
      "[{target: {kind: Namespace, name: red-mesh-system}, merge: {metadata: {labels: {a: b}}}}, "
        + "{target: {kind: ServiceMeshControlPlane, name: red-mesh}, merge: {spec: {a: 1}}}]",
      "patches: [{target: {kind: Namespace, name: red-mesh-system}, merge: {metadata: {labels: {a: b}}}}]\n"
    ),
  ])
  func `leaves out patches of objects that go`(patches: String, kept: String) throws {
    let start = String(decoding: try Self.example.bytes, as: UTF8.self)
    let migration = migrated(start + "patches: \(patches)\n")
    #expect(migration.findings.contains { $0.code.number == 791 })
    let before = try text(.done, of: migrated(start))
    #expect(try text(.done, of: migration) == before + kept)
    #expect(try text(.leave, of: migration).contains("patches: \(patches)\n"))
  }

  @Test func `goes on from every stage as from the start`() throws {
    let migration = migrate(SourceText(name: "topology.yaml", bytes: try Self.example.bytes))
    for start in migration.stages where start.stage < .sideBySide {
      let again = migrated(try text(start.stage, of: migration))
      for stage in migration.stages {
        #expect(try text(stage.stage, of: again) == text(stage.stage, of: migration), "\(start.stage) \(stage.stage)")
      }
    }
  }

  @Test func `refuses what is of no federation, or of the new distribution already`() throws {
    let sail = migrate(SourceText(name: "t", bytes: Example.topology(with: "")))
    #expect(sail.stages.isEmpty && sail.findings.contains { $0.code.number == 207 })
    let broken = migrated("apiVersion: meshgen/v1\nkind: Topology\n")
    #expect(broken.stages.isEmpty && broken.findings.contains { $0.severity == .error })
  }

  @Test func `takes the release that is asked for, and says what is wrong with it at the stage that has it`() throws {
    let text = String(decoding: try Self.example.bytes, as: UTF8.self)
    let migration = migrated(text, version: "1.27.3")
    for stage in [Migration.Stage.sideBySide, .done] {
      #expect(try self.text(stage, of: migration).contains("distribution: {name: sail, version: 1.27.3}\n"))
    }
    let impossible = migrated(text, version: "1.2.3")
    #expect(impossible.stages.isEmpty)
    #expect(impossible.source.name == "topology.yaml, stage side-by-side")
  }
}

/// Texts of many styles, of which everything stays that a stage does not change.
struct MigrationStyleTests {
  private static let block = """
    # The whole mesh.
    apiVersion: meshgen/v1  # the language
    kind: Topology
    metadata:
      name: styles
    distribution:
      name: maistra # OpenShift Service Mesh 2
      version: "2.6"

    controlPlane:
      mode: federated # all of them
    # Where they are.
    clusters:
    - name: a
      # in the east
      context: admin@a
    -   name: 'b'
        platform: openshift
    meshes:
      - ingress: {domain: apps.a.example.com} # by DNS
        # the first
        "name": red
        cluster: a
        members: [red-shop]
        rootCertificate: |
          -----BEGIN CERTIFICATE-----
          cmVk
          -----END CERTIFICATE-----
      - name: green
        cluster: b
        members:
          - green-shop
        ingress:
          domain: apps.b.example.com
          # behind a firewall
        rootCertificate: |
          -----BEGIN CERTIFICATE-----
          Z3JlZW4=
          -----END CERTIFICATE-----

    peers: all
    exports:
      - from: red
        services:
          - name: ratings
            namespace: red-shop
            ports: [{name: http, number: 9080, protocol: http}]
            workload: {labels: {app: ratings}, serviceAccount: ratings}
    imports:
      - into: green
        from: red
        services: # one
          - name: ratings
            namespace: red-shop # theirs
    # The end.
    """

  private static let flow = """
    {apiVersion: meshgen/v1, kind: Topology, metadata: {name: styles}, # a flow
     "distribution": {name: 'maistra', version: "2.6"}, 'controlPlane': {mode: federated},
     clusters: [{name: a, context: admin@a}, {name: b, platform: openshift}],
     meshes: [
       {ingress: {domain: apps.a.example.com}, # by DNS
        name: red, cluster: a, members: [red-shop], rootCertificate: "-----BEGIN CERTIFICATE-----\\ncmVk\\n-----END CERTIFICATE-----\\n"},
       {name: green, cluster: b, members: [green-shop],
        rootCertificate: "-----BEGIN CERTIFICATE-----\\nZ3JlZW4=\\n-----END CERTIFICATE-----\\n", # theirs
        ingress: {domain: apps.b.example.com,},},
     ],
     peers: all,
     exports: [{from: red, services: [{name: ratings, namespace: red-shop,
       ports: [{name: http, number: 9080, protocol: http}], workload: {labels: {app: ratings}, serviceAccount: ratings}}]}],
     imports: [{into: green, from: red, services: [{name: ratings, namespace: red-shop # theirs
       ,}]}]}
    """

  static let texts: [(name: String, text: String)] = [
    ("block", block + "\n"),
    ("flow", flow + "\n"),
    ("without a last line break", block.replacing("\n# The end.", with: "")),
    ("CRLF", (block + "\n").replacing("\n", with: "\r\n")),
    ("a byte order mark", "\u{FEFF}" + block + "\n"),
    ("document marks", "---\n" + block + "\n...\n"),
    ("accents", (block + "\n").replacing("The whole mesh.", with: "Ganz schön größer – das Netz")),
  ]

  private func stages(of text: String) throws -> [StagedCompilation.Stage] {
    let migration = migrate(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
    return try #require(migration.stages.isEmpty ? nil : migration.stages, "\(migration.findings.map(\.message))")
  }

  /// The tree of a text, written in one way.
  private func tree(_ text: String) throws -> String {
    var log = FindingLog()
    let node = readYAML(SourceText(name: "t", bytes: Array(text.utf8)), into: &log)
    #expect(log.findings.map(\.message) == [])
    return tree(try #require(node))
  }

  private func tree(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): "\"\(scalar.text)\""
    case .sequence(let sequence): "[\(sequence.items.map(tree).joined(separator: ","))]"
    case .mapping(let mapping): "{\(mapping.entries.map { "\($0.key.text):\(tree($0.value))" }.joined(separator: ","))}"
    }
  }

  @Test(arguments: texts.map(\.name))
  func `adds and removes what the stage is about, and nothing else`(name: String) throws {
    let original = try #require(Self.texts.first { $0.name == name }).text
    let before = try tree(original)
    for stage in try stages(of: original) {
      let after = try tree(String(decoding: stage.source.bytes, as: UTF8.self))
      let direction = stage.stage < .sideBySide ? "to:\"sail\"" : "from:\"maistra\""
      var expected = before
      expected = expected.replacing(
        "controlPlane:{mode:\"federated\"}",
        with: "controlPlane:{mode:\"federated\"},migration:{\(direction),stage:\"\(stage.stage.rawValue)\"}")
      if [.services, .leave].contains(stage.stage) {
        expected = expected.replacing(
          "{name:\"ratings\",namespace:\"red-shop\"}",
          with: "{name:\"ratings\",namespace:\"red-shop\",discovery:\"manual\"}")
      }
      if stage.stage >= .sideBySide {
        expected = expected.replacing("\"federated\"", with: "\"multi-primary\"")
          .replacing("name:\"maistra\",version:\"2.6\"", with: "name:\"sail\",version:\"1.30.3\"")
          .replacing("{ingress:{domain:\"apps.a.example.com\"},", with: "{")
          .replacing(",ingress:{domain:\"apps.b.example.com\"}", with: "")
          .replacing("{name:\"a\",", with: "{name:\"a\",platform:\"openshift\",")
      }
      #expect(after == expected, "\(stage.stage)")
    }
  }

  @Test(arguments: texts.map(\.name))
  func `keeps comments and line breaks`(name: String) throws {
    let original = try #require(Self.texts.first { $0.name == name }).text
    let comments = original.split { $0.isNewline }.compactMap { line in
      line.firstIndex(of: "#").map { String(line[$0...]) }
    }
    for stage in try stages(of: original) {
      let text = String(decoding: stage.source.bytes, as: UTF8.self)
      // A comment on the line of what is taken away goes with it.
      let gone = stage.stage >= .sideBySide && name != "flow" ? ["# by DNS", "# behind a firewall"] : []
      for comment in comments where !gone.contains(comment) { #expect(text.contains(comment), "\(stage.stage)") }
      let isPaired = original.contains("\r\n")
      #expect(text.contains("\r\n") == isPaired)
      #expect(text.replacing("\r\n", with: "").contains("\n") == !isPaired)
    }
  }
}
