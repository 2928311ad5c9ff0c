internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let sharedContext = FindingCode(
    311, "shared-context", .error, restsOn: [],
    Explanation(
      meaning: "Two clusters are reached by the same kubeconfig context. A cluster that names none has its own name.",
      harm: "One cluster would be given both clusters' manifests, and the other none.",
      wrong: """
        clusters:
          - {name: cluster1, network: network1, context: admin, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, context: admin, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, context: east-admin, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, context: west-admin, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func sharedContext(_ context: Located<ContextName>, first: SourceRange) -> Finding {
    Finding(
      .sharedContext, "two clusters are reached by the context `\(context.value)`", at: context.range,
      notes: [Annotation(first, "the first of them")], help: "each cluster has a context of its own")
  }
}
