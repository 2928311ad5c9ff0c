package import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Values of bindings, written down beside the topology: what was read from a cluster once, and is committed.
package struct BindingsFile: Sendable {
  package let source: SourceText
  /// What is wrong with the file by itself.
  package let findings: [Finding]
  private let entries: [String: Located<String>]

  /// Reads `{apiVersion: meshgen/v1, kind: Bindings, values: {NAME: value}}`.
  package init(_ text: SourceText) {
    var source = text
    var log = FindingLog()
    withholdKeyMaterial(in: &source, into: &log)
    let root = readYAML(source, into: &log)
    entries = root.map { Self.entries(of: $0, into: &log) } ?? [:]
    self.source = source
    findings = log.sorted
  }

  /// The values by names.
  package var values: [String: String] { entries.mapValues(\.value) }

  /// What is wrong with the values, beside a plan: names that it does not have, and values that are not what they are for.
  ///
  /// - Parameters:
  ///   - compilation: The topology, compiled with the values.
  ///   - known: The names of the bindings that the topology leaves open.
  /// - Returns: The findings, at the file's places.
  package func findings(beside compilation: Compilation, known: [String]) -> [Finding] {
    var log = FindingLog()
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      if compilation.unknownValues.contains(name) {
        log.report(.unknownBinding(Located(name, at: entry.range), known: known))
      } else if let misfit = compilation.unfitValues[name] {
        log.report(.unfitBinding(Located(name, at: entry.range), misfit))
      }
    }
    return log.sorted
  }

  private static func entries(of root: Node, into log: inout FindingLog) -> [String: Located<String>] {
    guard case .mapping(let mapping) = root, root.value(at: "kind")?.text == "Bindings",
      root.value(at: "apiVersion")?.text == "meshgen/v1", case .mapping(let values)? = mapping.node(at: ["values"])
    else {
      log.report(.noBindings(at: root.range))
      return [:]
    }
    for entry in mapping.entries where !["apiVersion", "kind", "values"].contains(entry.key.text) {
      log.report(.noBindings(at: entry.key.range))
    }
    return values.entries.reduce(into: [:]) { entries, entry in
      guard let text = entry.value.text, !entry.value.isNull else {
        return log.report(.noBindings(at: entry.key.range))
      }
      entries[entry.key.text] = Located(text, at: entry.key.range.joined(with: entry.value.range))
    }
  }
}

extension FindingCode {
  static let noBindings = FindingCode(
    874, "no-bindings", .error, restsOn: [],
    Explanation(
      meaning: "A file of bindings is not one: it has other keys than `apiVersion`, `kind` and `values`, or no texts.",
      harm: "Values that nobody reads leave their names in the files, where a server takes them for addresses.",
      wrongBindings: """
        apiVersion: meshgen/v1
        kind: Bindings
        CLUSTER1_GATEWAY_ADDRESS: 192.0.2.10
        """,
      rightBindings: """
        apiVersion: meshgen/v1
        kind: Bindings
        values:
          CLUSTER1_GATEWAY_ADDRESS: 192.0.2.10
        """))

  static let unknownBinding = FindingCode(
    875, "unknown-binding", .error, restsOn: [],
    Explanation(
      meaning: "A file of bindings has a value that the topology does not ask for.",
      harm: "The name is misspelt, and the right one stays open, or the topology says the value itself by now.",
      wrongBindings: """
        apiVersion: meshgen/v1
        kind: Bindings
        values:
          CLUSTER_1_GATEWAY_ADDRESS: 192.0.2.10
        """,
      rightBindings: """
        apiVersion: meshgen/v1
        kind: Bindings
        values:
          CLUSTER1_GATEWAY_ADDRESS: 192.0.2.10
        """))

  static let unfitBinding = FindingCode(
    876, "unfit-binding", .error, restsOn: [],
    Explanation(
      meaning: "A value of a file of bindings is not what its name stands for.",
      harm: "It would stand in manifests where an address or a certificate is wanted.",
      wrongBindings: """
        apiVersion: meshgen/v1
        kind: Bindings
        values:
          CLUSTER1_GATEWAY_ADDRESS: pending
            one day
        """,
      rightBindings: """
        apiVersion: meshgen/v1
        kind: Bindings
        values:
          CLUSTER1_GATEWAY_ADDRESS: gateway.example.com
        """))

  /// What can be wrong with a file of bindings.
  static let ofBindings: [FindingCode] = [.noBindings, .unknownBinding, .unfitBinding]
}

extension Finding {
  fileprivate static func noBindings(at range: SourceRange) -> Finding {
    Finding(
      .noBindings, "this is no part of a file of bindings", at: range,
      help: "write `apiVersion: meshgen/v1`, `kind: Bindings`, and `values: {NAME: value}` with a text for each name")
  }

  fileprivate static func unknownBinding(_ name: Located<String>, known: [String]) -> Finding {
    Finding(
      .unknownBinding, "no value is called `\(name.value)`", misspelt: name.value, at: name.range, among: known,
      otherwise: known.isEmpty ? "the topology leaves nothing open" : "it leaves open \(listed(known))")
  }

  fileprivate static func unfitBinding(_ name: Located<String>, _ misfit: Misfit) -> Finding {
    Finding(
      .unfitBinding, "the value of `\(name.value)` \(misfit.problem)", at: name.range, help: "it is \(misfit.expected)")
  }
}
