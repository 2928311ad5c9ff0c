import Diagnostics
import MeshCompiler
import StagedMigration
import Testing
import YAMLReading

/// Good topologies with one thing broken: one mistake is one error, whatever else rests on what it broke.
struct CascadeTests {
  /// One change of a text, and what was done.
  private struct Mistake {
    let bytes: [UInt8]
    /// What was done to what, without numbers of items: `clusters[].network: empty`.
    let words: String
  }

  /// What takes the place of a value.
  private func wrongValues(for text: String) -> KeyValuePairs<String, String> {
    [
      "misspelt": text.count > 1 ? "\(text.dropLast())zz" : "\(text)zz", "nonsense": "'-zz z!'", "empty": "''",
      "nothing": "", "a list": "[[x]]", "a mapping": "{zzz: x}",
    ]
  }

  /// What is below these is the user's own, or Istio's.
  private static let free: Set = ["values", "merge", "annotations", "labels", "headers", "silence", "reason", "env"]

  private func mistakes(in bytes: [UInt8]) throws -> [Mistake] {
    var log = FindingLog()
    let root = try #require(readYAML(SourceText(name: "t", bytes: bytes), into: &log))
    return mistakes(in: root, at: "", of: bytes)
  }

  private func mistakes(in node: Node, at path: String, of bytes: [UInt8]) -> [Mistake] {
    switch node {
    case .scalar(let scalar):
      return wrongValues(for: scalar.text).map { words, text in
        replacing(scalar.range, of: bytes, by: text, "\(path): \(words)")
      }
    case .sequence(let list):
      let below = list.items.flatMap { mistakes(in: $0, at: path + "[]", of: bytes) }
      guard list.items.count > 1 else { return below }
      return below + list.items.map { item in editing(bytes, "\(path)[]: removed") { $0.remove(item, from: list) } }
    case .mapping(let mapping):
      return mapping.entries.flatMap { entry in
        let place = path.isEmpty ? entry.key.text : "\(path).\(entry.key.text)"
        var found = Self.free.contains(entry.key.text) ? [] : mistakes(in: entry.value, at: place, of: bytes)
        found.append(replacing(entry.key.range, of: bytes, by: "zz\(entry.key.text)zz", "\(place): unknown key"))
        found.append(replacing(entry.key.range, of: bytes, by: misspelt(entry.key.text), "\(place): misspelt key"))
        if case .mapping = entry.value {
          found.append(replacing(entry.value.range, of: bytes, by: "zzz", "\(place): a word"))
        }
        if entry.value.text == nil {
          found.append(replacing(entry.value.range, of: bytes, by: "[[x]]", "\(place): a list"))
        }
        guard mapping.entries.count > 1 else { return found }
        return found + [editing(bytes, "\(place): removed") { $0.remove(entry, from: mapping) }]
      }
    }
  }

  /// A key with two letters swapped, or one doubled where they are the same.
  private func misspelt(_ key: String) -> String {
    var letters = Array(key)
    guard letters.count > 3, letters[1] != letters[2] else { return key + "x" }
    letters.swapAt(1, 2)
    return String(letters)
  }

  private func replacing(_ range: SourceRange, of bytes: [UInt8], by text: String, _ words: String) -> Mistake {
    let isBlock = bytes[..<range.end].last == UInt8(ascii: "\n")
    let end = isBlock ? [UInt8(ascii: "\n")] : []
    return Mistake(bytes: Array(bytes[..<range.start]) + text.utf8 + end + bytes[range.end...], words: words)
  }

  private func editing(_ bytes: [UInt8], _ words: String, _ edit: (inout SourceEdits) -> Void) -> Mistake {
    var edits = SourceEdits(of: bytes)
    edit(&edits)
    return Mistake(bytes: edits.result, words: words)
  }

  /// What is more than one mistake, although one thing was done.
  private static let exceptions: KeyValuePairs = [
    // Each name that others use, and that is gone, is a mistake of its own.
    "certificateAuthority: removed": "unknown-issuer", "certificateAuthority.tiers: removed": "unknown-issuer",
    "meshes[].members: removed": "export-outside", "exports: removed": "nothing-to-discover",
    "exports[]: removed": "nothing-to-discover",
    // A cluster was the only remote, and the only one of its network.
    "clusters[]: removed": "no-remotes,unused-network",
    // Nothing says at which nodes a gateway is, and at which of their ports.
    "meshes[].ingress.gateways: removed": "federation-node-ports",
    // A key like no other is not taken for the section that a tool needs.
    "certificateAuthority.awsPrivateCA: unknown key": "missing-key,unknown-key",
    "certificateAuthority.googleCAS: unknown key": "missing-key,unknown-key",
    // The pods' ranges say what the cluster's Service can have, and what its clients can dial.
    "clusters[].pods[]: removed": "gateway-families,unreached-family",
    // What a cluster only completes is not whole without what all share.
    "defaults: a list": "missing-key,wrong-kind", "defaults: a word": "missing-key,wrong-kind",
    "defaults: removed": "missing-key,no-network", "defaults: misspelt key": "missing-key,unknown-key",
    "defaults: unknown key": "missing-key,no-network,unknown-key",
    "defaults.locality: a list": "missing-key,wrong-kind", "defaults.locality: a word": "missing-key,wrong-kind",
    "defaults.locality: misspelt key": "missing-key,unknown-key",
    "defaults.locality: unknown key": "missing-key,unknown-key",
  ]

  /// Of so many mistakes one is tried, in each topology others: all of them take some minutes.
  private static let stride = 5

  @Test(arguments: Repository.compiling)
  func `finds one error for one mistake`(topology: Repository.Case) throws {
    let start = topology.description.utf8.reduce(0) { $0 + Int($1) } % Self.stride
    for (index, mistake) in try mistakes(in: try topology.bytes).enumerated() where index % Self.stride == start {
      let errors = compile(SourceText(name: "t", bytes: mistake.bytes)).findings.filter { $0.severity == .error }
      let slugs = Set(errors.map(\.code.slug)).sorted().joined(separator: ",")
      let isKnown = Self.exceptions.contains { $0.key == mistake.words && $0.value == slugs }
      #expect(errors.count <= 1 || isKnown, "\(mistake.words): \(slugs): \(errors.map(\.message))")
    }
  }

  /// However many clusters have a mistake, it is one error that names all the places.
  @Test(arguments: [
    ("network: frankfurt", "unknown-network"), ("network: eu, netwrok: eu", "unknown-key"),
    ("network: eu, platform: opnshift", "unknown-word"), ("network: eu, pods: 10.0.0.0", "invalid-value"),
    ("platform: eks", "no-network"),
  ])
  func `finds a mistake of ten clusters once`(written: String, slug: String) {
    let clusters = (1...10).map { number in
      let own = written.replacing("network: eu", with: "network: \(number % 2 == 0 ? "eu" : "us")")
      return "  - {name: c\(number), apiServer: \"https://c\(number)\", \(own)}"
    }
    let topology = "networks: [eu, us]\nclusters:\n\(clusters.joined(separator: "\n"))"
    let errors = Example.findings(with: topology).filter { $0.severity == .error }
    #expect(errors.map(\.code.slug) == [slug])
    #expect(errors.first?.notes.count { $0.words == "here, too" } == 9)
    let source = SourceText(name: "t", bytes: Example.topology(with: topology))
    #expect(FindingFormat.line.render(errors, of: source).contains("; also in lines "))
  }

  /// What is wrong by itself is said whatever else is.
  @Test func `finds several mistakes in one run`() {
    let findings = Example.findings(
      with: """
        distribution: {name: sail, version: 1.20.1}
        metadata: {name: Shop}
        networks: [network1, network2]
        clusters:
          - {name: a, network: network1, apiServer: "https://localhost", pods: 10.0.0.0}
          - {name: a, network: network3, apiServer: "http://b", gatway: {}}
        namespaces: [{name: shop, clusters: nowhere}]
        """)
    let slugs: Set = [
      "unsupported-version", "invalid-value", "api-server-is-local", "duplicate-cluster", "unknown-network",
      "api-server-not-https", "unknown-key", "unknown-cluster",
    ]
    #expect(Set(findings.map(\.code.slug)) == slugs, "\(findings.map(\.message))")
  }
}
