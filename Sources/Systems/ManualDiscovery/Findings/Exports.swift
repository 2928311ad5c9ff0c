internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let nothingToDiscover = FindingCode(
    783, "nothing-to-discover", .error,
    Explanation(
      meaning: "A mesh takes a service of a peer that the peer does not export to it, or not under that name.",
      harm: """
        Services are written down on both sides, and nothing of it would be: no name, no gateway. A service that is \
        exported later is not found by itself, as it is where meshes federate.
        """,
      wrong: .meshes("imports: [{into: green, from: red, services: [{name: rating, namespace: red-shop}]}]"),
      right: .meshes("imports: [{into: green, from: red, services: [{name: ratings, namespace: red-shop}]}]")))
}

extension Finding {
  static func nothingToDiscover(
    _ rule: ServiceImport.Rule, from exporter: MeshName, exported: [String]
  ) -> Finding {
    let name = "\(rule.name.value).\(rule.namespace.value)"
    let meant = nearest(to: name, among: exported)
    let names = listed(exported.map { "`\($0)`" })
    return Finding(
      .nothingToDiscover, "`\(exporter)` exports no `\(name)`", at: rule.name.range,
      help: meant.map { "did you mean `\($0)`?" }
        ?? (exported.isEmpty ? "export it" : "it exports \(names) under these names"),
      mistake: "\(exporter) exports no \(name)")
  }
}
