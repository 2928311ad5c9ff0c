internal import Diagnostics

extension FindingCode {
  static let sharedAPIServer = FindingCode(
    310, "shared-api-server", .error, restsOn: [],
    Explanation(
      meaning: "Two clusters have the same API server.",
      harm: """
        They are the same cluster. Its endpoints would be found under two names, and proxies would be told to reach \
        their own neighbours through a gateway.
        """,
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.one.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func sharedAPIServer(at range: SourceRange, first: SourceRange) -> Finding {
    Finding(
      .sharedAPIServer, "two clusters have the same API server", at: range,
      notes: [Annotation(first, "first used here")], help: "one of the two addresses is another cluster's")
  }
}
