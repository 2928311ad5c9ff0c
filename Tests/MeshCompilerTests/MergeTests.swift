import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
import Testing

/// Two branches that change different things of a topology, merged by Git: what it makes of the output is what a build
/// would write.
struct MergeTests {
  /// A change of a topology: a text in the place of another, which the topology has once.
  struct Change: Sendable {
    /// What it reaches: a part of the mesh, one that is new, or all of them.
    enum Reach { case part, newcomer, everything }

    let name: String
    let reach: Reach
    let old: String
    let new: String

    /// Puts another text in the place of one.
    static func edit(_ old: String, _ new: String, _ reach: Reach = .part) -> Change {
      Change(name: new, reach: reach, old: old, new: new)
    }

    /// Puts a cluster, or a mesh, behind a line.
    static func add(_ lines: [String], behind line: String) -> Change {
      let text = "  - " + lines.joined(separator: "\n    ") + "\n"
      return Change(name: lines[0], reach: .newcomer, old: line + "\n", new: "\(line)\n\(text)")
    }

    /// Puts a key at the end.
    static func append(_ text: String, _ reach: Reach = .part) -> Change {
      Change(name: text, reach: reach, old: "", new: text + "\n")
    }

    func applied(to text: String) throws -> String {
      if old.isEmpty { return text + new }
      try #require(text.ranges(of: old).count == 1, "\(old)")
      return text.replacing(old, with: new)
    }
  }

  /// Two changes of one topology.
  struct Pair: Sendable, CustomTestStringConvertible {
    let base: String
    let left: Change
    let right: Change

    /// Whether neither changes what the other is about.
    ///
    /// What reaches everything reaches what is new, of which its branch knows nothing; no merge can know it.
    var isDisjoint: Bool {
      switch (left.reach, right.reach) {
      case (.part, _), (_, .part), (.newcomer, .newcomer): true
      case (.everything, _), (_, .everything): false
      }
    }

    var testDescription: String { "\(base): \(left.name) and \(right.name)" }
  }

  static let pairs: [Pair] = bases.flatMap { base, changes in
    changes.indices.flatMap { left in
      changes[(left + 1)...].map { Pair(base: base, left: changes[left], right: $0) }
    }
  }

  /// Topologies of every dialect, each with changes of different parts.
  static let bases: KeyValuePairs<String, [Change]> = [
    "sail": [
      .edit("1.30.3", "1.30.1", .everything), .edit("zone: dub}", "zone: dublin}"),
      .edit("balancer: external", "balancer: internal"),
      .add(
        ["name: fra-2", "network: frankfurt", "apiServer: https://fra-2.example.com"],
        behind: "    locality: {region: eu, zone: fra}"),
      .add(
        ["name: sin-1", "network: singapore", "apiServer: https://sin-1.example.com"],
        behind: "    context: singapore"),
      .edit("clusters: [fra-1]", "clusters: [fra-1, dub-1]", .newcomer),
    ],
    "helm": [
      .edit("1.30.3", "1.30.1", .everything), .edit("{address: 192.0.2.10}", "{address: 192.0.2.11}", .everything),
      .edit("replicas: 3", "replicas: 4"),
      .add(
        ["name: edge-2", "network: edge", "role: remote", "apiServer: https://edge-2.example.com"],
        behind: "    context: edge"),
      .edit("name: shop", "name: store", .everything),
    ],
    "ambient": [
      .edit("1.30.3", "1.30.1", .everything), .edit("app-1", "app-2"),
      .add(["name: c", "network: north", "apiServer: https://c.example.com"], behind: "    context: south"),
      .edit("waypoint: door", "waypoint: gate"),
    ],
    "cloud-service-mesh": [
      .edit("minReplicas: 3", "minReplicas: 4"), .append("namespaces: [{name: shop}]", .everything),
      .add(
        ["name: hall-3", "network: ireland", "platform: eks", "apiServer: https://hall-3.example.com"],
        behind: "    context: madrid"),
    ],
    "federation": [
      .edit("2.6", "2.5", .everything), .edit("members: [shop]", "members: [shop, bank]"),
      .add(["name: blue", "cluster: b", "members: [ledger]"], behind: "    members: [stock]"),
      .append("exports: [{from: red, to: [green], services: [{name: ratings, namespace: shop}]}]"),
    ],
    "multi-mesh": [
      .edit("1.30.3", "1.30.1", .everything), .edit("address: 192.0.2.10", "address: 192.0.2.11"),
      .edit("number: 8000", "number: 8001"),
      .edit("members: [client, shop]", "members: [client, shop, bank]", .newcomer),
    ],
    "replicated": [
      .edit("1.7.8", "1.7.7", .everything), .edit("address: 203.0.113.20", "address: 203.0.113.21"),
      .append("namespaces: [{name: tools, clusters: [aws-1]}]"),
    ],
    "shared": [
      .edit("mutualTLS: true", "mutualTLS: false", .everything),
      .add(
        ["name: remote-2", "role: remote", "apiServer: https://10.30.0.1:6443", "pods: [10.30.0.0/16]"],
        behind: "    context: first"),
      .append("verification: {namespace: demo}", .everything),
    ],
  ]

  static let topologies: [String: String] = [
    "sail": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution:
      name: sail
      version: 1.30.3
    controlPlane: {mode: multi-primary}
    networks:
      - name: frankfurt
      - name: dublin
      - name: oregon
      - name: singapore
    clusters:
      - name: fra-1
        network: frankfurt
        apiServer: https://fra-1.example.com
        locality: {region: eu, zone: fra}
      - name: dub-1
        network: dublin
        apiServer: https://dub-1.example.com
        locality: {region: eu, zone: dub}
        context: dublin
      - name: ore-1
        network: oregon
        apiServer: https://ore-1.example.com
        gateway:
          service: {annotations: {example.com/balancer: external}}
        context: oregon
      - name: sin-0
        network: singapore
        apiServer: https://sin-0.example.com
        context: singapore
    namespaces:
      - name: shop
        clusters: [fra-1]

    """,
    "ambient": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution:
      name: sail
      version: 1.30.3
    controlPlane: {mode: multi-primary, dataPlane: ambient}
    networks:
      - name: north
      - name: south
    clusters:
      - name: a
        network: north
        apiServer: https://a.example.com
      - name: b
        network: south
        apiServer: https://b.example.com
        context: south
    namespaces:
      - name: app-1
        clusters: [a]
      - name: store
        clusters: [b]
        waypoint: door

    """,
    "multi-mesh": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution:
      name: sail
      version: 1.30.3
      operator: preinstalled
    controlPlane: {mode: multi-primary}
    clusters:
      - name: east
        gateway: {address: 192.0.2.20}
      - name: west
        gateway: {address: 192.0.2.10}
        context: sunset
    meshes:
      - name: east-mesh
        cluster: east
        members: [client, shop]
      - name: west-mesh
        cluster: west
        members: [a]
    peers: [[east-mesh, west-mesh]]
    exports:
      - from: west-mesh
        services:
          - name: httpbin
            namespace: a
            ports:
              - name: http
                number: 8000
                targetPort: 8080
                protocol: http
            workload: {labels: {app: httpbin}, serviceAccount: httpbin}
    imports:
      - into: east-mesh
        from: west-mesh
        services:
          - name: httpbin
            namespace: a

    """,
    "helm": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution:
      name: istio
      version: 1.30.3
    controlPlane: {mode: primary-remote}
    networks:
      - name: core
      - name: edge
    clusters:
      - name: hub
        network: core
        apiServer: https://hub.example.com
        gateway: {address: 192.0.2.10}
      - name: core-2
        network: core
        role: remote
        apiServer: https://core-2.example.com
      - name: edge-1
        network: edge
        role: remote
        apiServer: https://edge-1.example.com
        gateway: {address: 198.51.100.10, replicas: 3}
        context: edge
    namespaces:
      - name: shop

    """,
    "cloud-service-mesh": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution: {name: cloud-service-mesh, version: 1.28.5-asm.12}
    controlPlane: {mode: multi-primary}
    fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}
    networks:
      - name: ireland
      - name: madrid
    clusters:
      - name: hall-1
        network: ireland
        platform: eks
        apiServer: https://hall-1.example.com
        context: ireland
      - name: hall-2
        network: madrid
        platform: eks
        apiServer: https://hall-2.example.com
        gateway:
          autoscaling: {minReplicas: 3, maxReplicas: 9, cpu: 60}
        context: madrid
    silence:
      - {code: MG763, reason: the move to other clusters is planned}

    """,
    "federation": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution:
      name: maistra
      version: 2.6
    controlPlane: {mode: federated}
    clusters:
      - name: a
        platform: openshift
      - name: b
        platform: openshift
        context: bee
    meshes:
      - name: red
        cluster: a
        members: [shop]
      - name: green
        cluster: b
        members: [stock]
    peers: all

    """,
    "replicated": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution:
      name: istio
      version: 1.7.8
    controlPlane: {mode: replicated}
    networks:
      - name: aws
      - name: gcp
    clusters:
      - name: aws-1
        network: aws
        platform: eks
        dns: {server: coredns, version: 1.8.0, globalClusterIP: 172.20.0.53}
        gateway:
          address: gw.aws-1.example.com
      - name: gcp-1
        network: gcp
        platform: gke
        dns: {server: kube-dns, globalClusterIP: 10.8.0.53}
        gateway:
          address: 203.0.113.20
        context: gcp
    services:
      - name: catalog
        namespace: shop
        clusters: [gcp-1]
        ports: [{name: http, number: 8080, protocol: http}]
        global: {importedBy: [aws-1]}

    """,
    "shared": """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: merged}
    distribution: {name: istio, version: 1.2.10}
    controlPlane:
      mode: shared
      security: {controlPlane: true, mutualTLS: true}
    networks:
      - name: vpn
    clusters:
      - name: main
        pods: [10.10.0.0/16]
        endpoints: {exposure: gateway}
      - name: remote
        role: remote
        apiServer: https://10.20.0.1:6443
        pods: [10.20.0.0/16]
        context: first
    mesh: {id: old}

    """,
  ]

  @Test func `are enough, and of every dialect`() {
    #expect(Self.pairs.count >= 40 && Self.pairs.filter(\.isDisjoint).count >= 25)
    #expect(Set(Self.topologies.keys) == Set(Self.bases.map(\.key)))
  }

  @Test(arguments: pairs)
  func `of different parts are what a build writes`(pair: Pair) throws {
    let base = try #require(Self.topologies[pair.base])
    let both = try pair.right.applied(to: pair.left.applied(to: base))
    try withRepository { repository in
      try repository.commit(base, as: "base")
      try repository.branch("left", from: "base", with: pair.left.applied(to: base))
      try repository.branch("right", from: "base", with: pair.right.applied(to: base))
      let merge = try repository.git("merge", "--no-edit", "left")
      #expect(try repository.topology == both)
      if pair.isDisjoint {
        let unmerged = try repository.git("diff").output
        #expect(merge.status == 0, "\(unmerged)")
        #expect(try repository.differences(from: both) == [])
      }
      _ = try repository.directory.write(files(both), sealedBy: FileTree.index)
      #expect(try repository.differences(from: both) == [])
    }
  }

  @Test(arguments: bases.map(\.key))
  func `of the same lines are mended by one build, whatever Git has left`(base: String) throws {
    let text = try #require(Self.topologies[base])
    let line = try #require(text.split(separator: "\n").last { $0.hasPrefix("    context: ") }).description
    try withRepository { repository in
      try repository.commit(text, as: "base")
      let left = text.replacing(line, with: line + "-left")
      try repository.branch("left", from: "base", with: left)
      try repository.branch("right", from: "base", with: text.replacing(line, with: line + "-right"))
      #expect(try repository.git("merge", "--no-edit", "left").status != 0)
      let report = try repository.directory.write(files(left), sealedBy: FileTree.index)
      #expect(report.mended.contains { $0.damage == .mergeMarkers })
      #expect(try repository.differences(from: left) == [])
    }
  }

  /// Both sides add one behind the same line, and the reader of the conflict takes both.
  @Test(arguments: newcomers)
  func `of neighbours are mended by one build`(newcomer: Pair) throws {
    let base = try #require(Self.topologies[newcomer.base])
    let left = try newcomer.left.applied(to: base)
    let both = try newcomer.right.applied(to: left)
    try withRepository { repository in
      try repository.commit(base, as: "base")
      try repository.branch("left", from: "base", with: left)
      try repository.branch("right", from: "base", with: newcomer.right.applied(to: base))
      #expect(try repository.git("merge", "--no-edit", "left").status != 0)
      _ = try repository.directory.write(files(both), sealedBy: FileTree.index)
      #expect(try repository.differences(from: both) == [])
    }
  }

  /// What is added in some topology, twice under two names.
  static let newcomers: [Pair] = bases.flatMap { base, changes in
    changes.filter { $0.reach == .newcomer && $0.name.hasPrefix("name: ") }.map { change in
      let name = change.name.dropFirst("name: ".count)
      let new = change.new.replacing(change.name, with: "\(change.name)-too").replacing(
        "//\(name).", with: "//\(name)-too."
      )
      .replacing("10.30.", with: "10.40.").replacing("[ledger]", with: "[journal]")
      return Pair(
        base: base, left: change, right: Change(name: "the other", reach: .newcomer, old: change.old, new: new))
    }
  }

  @Test func `of line ends leave nothing to say`() throws {
    let text = try #require(Self.topologies["sail"])
    try withRepository { repository in
      try repository.commit(text, as: "base")
      _ = try repository.git("config", "core.autocrlf", "true")
      _ = try repository.git("rm", "--quiet", "-r", "--cached", ".")
      _ = try repository.git("reset", "--quiet", "--hard")
      #expect(try repository.topology.contains("\r\n"))
      #expect(try repository.differences(from: text) == [])
    }
  }
}

private func files(_ topology: String) -> FileTree {
  let compilation = compile(SourceText(name: "topology.yaml", bytes: Array(topology.utf8)))
  let errors = compilation.findings.filter { $0.severity == .error }.map(\.message)
  #expect(errors == [])
  return compilation.files ?? FileTree(mark: Mark(before: "", owner: "", after: ""), folders: [])
}

/// Runs a test with a repository of its own, of a topology and its output.
private func withRepository(_ test: (GitRepository) throws -> Void) throws {
  let repository = try GitRepository()
  defer { try? FileManager.default.removeItem(atPath: repository.path) }
  try test(repository)
}

private struct GitRepository {
  let path = NSTemporaryDirectory() + "/merge-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try #require(try git("init", "--quiet", "--initial-branch=base").status == 0)
  }

  var directory: Directory { Directory(path: path + "/generated") }

  var topology: String {
    get throws { try String(contentsOfFile: path + "/topology.yaml", encoding: .utf8) }
  }

  /// Commits a topology and its output, as a build writes it over what is there.
  func commit(_ topology: String, as message: String) throws {
    try topology.write(toFile: path + "/topology.yaml", atomically: false, encoding: .utf8)
    _ = try directory.write(files(topology), sealedBy: FileTree.index)
    try #require(try git("add", "--all").status == 0)
    try #require(try git("commit", "--quiet", "--message", message).status == 0)
  }

  /// In what the output is not what a topology says.
  func differences(from topology: String) throws -> [String] {
    try directory.compare(with: files(topology), sealedBy: FileTree.index).map { "\($0.kind) \($0.path)" }
  }

  func branch(_ name: String, from start: String, with topology: String) throws {
    try #require(try git("checkout", "--quiet", "-b", name, start).status == 0)
    try commit(topology, as: name)
  }

  /// Runs Git as it is without anybody's settings.
  func git(_ arguments: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", path, "-c", "user.name=test", "-c", "user.email=test@example.com"] + arguments
    process.environment = ["HOME": path, "GIT_CONFIG_NOSYSTEM": "1", "PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
