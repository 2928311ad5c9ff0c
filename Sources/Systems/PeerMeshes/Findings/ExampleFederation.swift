package import Diagnostics

/// The federation that the examples of manual pages have in common.
extension Explanation.Example {
  /// Two meshes, each in a cluster of its own, and these sections in place of theirs.
  package static func federation(_ sections: String = "", version: String = "2.6") -> Self {
    let standard = [
      "apiVersion: meshgen/v1",
      "kind: Topology",
      "metadata: {name: example}",
      "distribution: {name: maistra, version: \(version)}",
      "controlPlane: {mode: federated}",
      "clusters:\n  - {name: cluster-a, platform: openshift}\n  - {name: cluster-b, platform: openshift}",
      """
      meshes:
        - {name: red, cluster: cluster-a, members: [red-shop], ingress: {domain: apps.a.example.com}}
        - {name: green, cluster: cluster-b, members: [green-shop], ingress: {domain: apps.b.example.com}}
      """,
      "peers: all",
      "silence: [{code: MG340, reason: each istiod makes its root itself}]",
    ]
    let own = Set(sections.split(separator: "\n").map { $0.prefix { $0 != ":" } })
    let others = standard.filter { !own.contains($0.prefix { $0 != ":" }) }
    return Self(stringLiteral: (others + [sections]).filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}
