internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Hosts of Services that stand in Istio's own values are under the mesh's cluster domain, or nobody has them.
func checkHosts(_ topology: Topology, _ log: inout FindingLog) {
  let domain = topology.mesh.clusterDomain.description
  for cluster in topology.clusters {
    guard let config = topology.value("meshConfig", for: cluster) else { continue }
    for host in config.texts where host.text.clusterDomain.map({ $0 != domain }) ?? false {
      log.reportOnce(.foreignHost(host, domain: domain, said: topology.mesh?.clusterDomain?.range))
    }
  }
}

extension Node {
  /// All single values in a value.
  fileprivate var texts: [Node.Scalar] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .sequence(let list): list.items.flatMap(\.texts)
    case .mapping(let mapping): mapping.entries.flatMap(\.value.texts)
    }
  }
}

extension String {
  /// The cluster domain of a Service's full name: `cluster.local` of `zipkin.tracing.svc.cluster.local:9411`; `nil` where it
  /// is no such name.
  fileprivate var clusterDomain: String? {
    let host = split(separator: ":").first.map(String.init) ?? self
    guard !contains("/"), !contains(" ") else { return nil }
    let parts = host.split(separator: ".").map(String.init)
    guard let service = parts.firstIndex(of: "svc"), service > 0, service + 1 < parts.count else { return nil }
    return parts[(service + 1)...].joined(separator: ".")
  }
}
