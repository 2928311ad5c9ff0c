internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let apiServerNotHTTPS = FindingCode(
    309, "api-server-not-https", .error, restsOn: [],
    Explanation(
      meaning: "The address of an API server does not begin with `https://`.",
      harm: "The bearer token of the remote secret would cross the network in the clear.",
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "http://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func apiServerNotHTTPS(_ server: Located<ServerAddress>, of cluster: Cluster) -> Finding {
    let rest = server.value.description.dropFirst(server.value.scheme.count)
    return Finding(
      .apiServerNotHTTPS, "the API server of \(cluster.inWords) is not reached by HTTPS", at: server.range,
      help: "an API server's address begins with `https://`", fix: Fix(server.range, "https\(rest)"))
  }
}
