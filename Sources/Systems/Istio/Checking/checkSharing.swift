internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// What is in several clusters is shared by them, unless the topology says in its own words that it is not.
func checkSharing(_ topology: Topology, _ log: inout FindingLog) {
  if topology.controlPlane?.dataPlane?.value == .ambient {
    for name in (topology.sharing?.only ?? []) + (topology.sharing?.except ?? []) where name.value.service != nil {
      log.report(
        .notSupportedYet(
          "a single service under `sharing` of an ambient mesh", at: name.range,
          help: "name its namespace, or label the Service `istio.io/global: \"true\"` in every cluster"))
    }
    return
  }
  if let sharing = topology.sharing { return checkOwnWords(sharing, topology, &log) }
  for cluster in topology.clusters {
    for host in topology.hosts(whereLocal: "true", in: cluster) {
      if let namespace = topology.namespaces.first(where: { topology.isShared($0, as: host) }) {
        log.reportOnce(.keptAtHome(host, namespace: namespace))
      } else if topology.clusters.count > 1, topology.takes(host, in: topology.sampleNamespace) {
        log.reportOnce(.sampleAtHome(host.text, at: host.range, topology))
      }
    }
  }
}

/// Where the mesh's own words say what is shared, Istio's say nothing against them, and the sample is.
private func checkOwnWords(_ sharing: Sharing, _ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    for host in topology.hosts(whereLocal: "false", in: cluster) {
      log.reportOnce(.sharedByValues(host, sharing: (sharing.only + sharing.except).first?.range))
    }
  }
  for name in sharing.except where name.value.namespace.description == topology.sampleNamespace {
    guard name.value.service.map({ $0.description == "helloworld" }) ?? true else { continue }
    log.report(.sampleAtHome("\(name.value)", at: name.range, topology))
  }
}

extension Topology {
  /// The namespace of the sample workload, which has to answer from every cluster.
  fileprivate var sampleNamespace: String { verification?.namespace?.value.description ?? "sample" }

  /// The hosts that Istio's own values keep in their clusters, or let out of them.
  fileprivate func hosts(whereLocal text: String, in cluster: Cluster) -> [Node.Scalar] {
    (value("meshConfig.serviceSettings", for: cluster)?.items ?? []).filter {
      $0.value(at: "settings.clusterLocal")?.text == text
    }.flatMap { $0.value(at: "hosts")?.items ?? [] }.compactMap { node in
      if case .scalar(let scalar) = node { scalar } else { nil }
    }
  }

  /// Whether a pattern takes what is in a namespace.
  fileprivate func takes(_ pattern: Node.Scalar, in namespace: String) -> Bool {
    let suffix = ".\(namespace).\(mesh.clusterDomain.suffix)"
    return pattern.text.hasPrefix("*")
      ? suffix.hasSuffix(pattern.text.dropFirst()) : pattern.text.hasSuffix(suffix)
  }

  /// Whether a pattern takes what is in a namespace of applications that several clusters have.
  fileprivate func isShared(_ namespace: ApplicationNamespace, as pattern: Node.Scalar) -> Bool {
    let clusters = namespace.clusters.isEmpty ? self.clusters.count : Set(namespace.clusters.map(\.value)).count
    return clusters > 1 && takes(pattern, in: namespace.name.value.description)
      && !systemNamespaces.contains(namespace.name.value.description)
  }
}
