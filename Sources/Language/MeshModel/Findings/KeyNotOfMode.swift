package import Diagnostics

extension FindingCode {
  static let keyNotOfMode = FindingCode(
    601, "key-not-of-mode", .error, restsOn: .system,
    Explanation(
      meaning: "The topology has a key that means nothing in its mode.",
      harm: """
        Nothing would come of it, and whoever reads the topology believes that it did. In a multi-primary mesh, say, \
        every control plane sees the services of all clusters by itself, and they need not be listed.
        """,
      wrong:
        "services: [{name: reviews, namespace: shop, clusters: [cluster1], ports: [{name: http, number: 9080, protocol: http}]}]",
      right: .replicated(
        """
        services:
          - name: reviews
            namespace: shop
            clusters: [cluster2]
            ports: [{name: http, number: 9080, protocol: http}]
            global: {importedBy: [cluster1]}
        """)))
}

extension Finding {
  /// A key that the dialect of the topology's mode does not read.
  package static func keyNotOfMode(
    _ key: Located<ModeKey>, mode: Located<ControlPlane.Mode>, of distribution: Distribution.Name,
    ofSeveralMeshes isOfSeveral: Bool = false
  ) -> Finding {
    let owner = isOfSeveral && mode.value == .multiPrimary ? "several meshes" : "`\(distribution.rawValue)`"
    return Finding(
      .keyNotOfMode, "`\(key.value.inWords)` means nothing in mode `\(mode.value.rawValue)` of \(owner)",
      at: key.range, notes: [Annotation(mode.range, "the mode")], help: key.value.remedy)
  }
}
