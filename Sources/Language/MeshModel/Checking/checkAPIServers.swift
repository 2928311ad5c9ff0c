internal import Diagnostics
internal import MeshNames

/// Every cluster that other clusters' control planes read has an API server that they can reach.
func checkAPIServers(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let server = cluster.apiServer else {
      if !cluster.has("apiServer"), topology.isReadByOthers(cluster) { log.report(.noAPIServer(cluster)) }
      continue
    }
    if server.value.scheme != "https" { log.report(.apiServerNotHTTPS(server, of: cluster)) }
    if server.value.host.isLocal { log.report(.apiServerIsLocal(server, of: cluster)) }
  }
  let reachable = topology.clusters.compactMap(\.apiServer).filter { !$0.value.host.isLocal }
  forEachRepetition(of: reachable.map { server in server.map(Endpoint.init) }) {
    log.report(.sharedAPIServer(at: $0.range, first: $1))
  }
}

/// What makes two addresses the same API server.
private struct Endpoint: Hashable {
  let host: Host
  let port: Int
  let path: String

  init(_ server: ServerAddress) {
    host = server.host
    port = server.port ?? 443
    path = server.path
  }
}
