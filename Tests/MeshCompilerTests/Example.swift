import Diagnostics
import MeshCompiler

/// A topology with which nothing is wrong, by section.
///
/// A test, or an explain page, names the sections that matter to
/// it, and these are the others.
enum Example {
  static let sections: KeyValuePairs = [
    "apiVersion": "apiVersion: meshgen/v1",
    "kind": "kind: Topology",
    "metadata": "metadata: {name: example}",
    "distribution": "distribution: {name: sail, version: 1.30.3}",
    "controlPlane": "controlPlane: {mode: multi-primary}",
    "networks": "networks: [{name: network1}, {name: network2}]",
    "clusters": """
    clusters:
      - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
      - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
    """,
  ]

  /// The bytes of a whole topology, of which these are some sections.
  ///
  /// A document that says what it is, and what it is for, has them all.
  static func topology(with written: [UInt8]) -> [UInt8] {
    let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
    let keys = Set(lines.compactMap { line in line.split(separator: ":").first.map(String.init) })
    guard !keys.isSuperset(of: ["kind", "distribution"]) else { return written + [UInt8(ascii: "\n")] }
    let others = sections.filter { !keys.contains($0.key) }.map(\.value)
    return Array((others.joined(separator: "\n") + "\n").utf8) + written + [UInt8(ascii: "\n")]
  }

  static func topology(with written: String) -> [UInt8] { topology(with: Array(written.utf8)) }

  /// What is said of a topology with these sections, by code.
  static func findings(with written: String) -> [Finding] {
    compile(SourceText(name: "topology.yaml", bytes: topology(with: written))).findings
  }
}
