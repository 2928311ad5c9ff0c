internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let apiServerIsLocal = FindingCode(
    308, "api-server-is-local", .error, restsOn: [],
    Explanation(
      meaning: "The address of an API server only ever means the machine itself.",
      harm: """
        The other clusters' istiod would look for the API server in its own pod. `istioctl create-remote-secret` only \
        warns of it; clusters made by kind and k3d have such addresses in their kubeconfig.
        """,
      sources: ["istio/istio#51376", "istio/istio#32102", "istio/istio#30838"],
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://127.0.0.1:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://172.18.0.2:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func apiServerIsLocal(_ server: Located<ServerAddress>, of cluster: Cluster) -> Finding {
    Finding(
      .apiServerIsLocal, "no other cluster can reach \(cluster.inWords) at `\(server.value.host)`", at: server.range,
      help: "name the address at which the other clusters' pods reach it")
  }
}
