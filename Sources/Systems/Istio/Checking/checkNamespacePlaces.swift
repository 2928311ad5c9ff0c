internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// A service's name is known where its namespace is, and what is in several clusters is one service.
func checkNamespacePlaces(_ topology: Topology, _ log: inout FindingLog) {
  let isAmbient = topology.controlPlane?.dataPlane?.value == .ambient
  for namespace in topology.namespaces {
    let missing = topology.clusters.filter { !topology.has(namespace, in: $0) }
    if !isAmbient, let cluster = missing.first(where: { !topology.resolvesNames(in: $0) }) {
      log.report(.namespaceElsewhere(namespace, not: cluster))
    }
    if missing.count + 1 < topology.clusters.count, systemNamespaces.contains(namespace.name.value.description),
      !topology.keepsLocal(namespace)
    {
      log.report(.spreadSystemServices(namespace))
    }
  }
}

/// Namespaces of what each cluster has for itself, by the names that their charts give them.
let systemNamespaces: Set = [
  "kube-system", "kube-public", "monitoring", "observability", "prometheus", "grafana", "kiali", "kiali-operator",
  "jaeger", "logging", "tracing", "opentelemetry", "cert-manager", "external-secrets", "openshift-monitoring",
]

extension Topology {
  /// Whether a cluster has a namespace, however often it is listed; what is said to be in no known cluster may be meant.
  fileprivate func has(_ namespace: ApplicationNamespace, in cluster: Cluster) -> Bool {
    let known = clusters.compactMap(\.name).map(\.value)
    let places = namespaces.filter { $0.name.value == namespace.name.value }.map(\.clusters)
    return places.contains { $0.isEmpty }
      || places.joined().contains { $0.value == cluster.name?.value || !known.contains($0.value) }
  }

  /// Whether proxies answer for names that the cluster's DNS does not know.
  fileprivate func resolvesNames(in cluster: Cluster) -> Bool {
    value("meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE", for: cluster)?.text == "true"
  }

  /// Whether a setting keeps the namespace's services in their clusters.
  fileprivate func keepsLocal(_ namespace: ApplicationNamespace) -> Bool {
    if let sharing {
      let isNamed = { (names: [Located<SharedName>]) in
        names.contains { $0.value.namespace == namespace.name.value && $0.value.service == nil }
      }
      return isNamed(sharing.except) || !sharing.only.isEmpty && !isNamed(sharing.only)
    }
    let local = "*.\(namespace.name.value).\(mesh.clusterDomain.suffix)"
    return clusters.allSatisfy { cluster in
      let settings = value("meshConfig.serviceSettings", for: cluster)?.items ?? []
      return settings.contains { setting in
        setting.value(at: "settings.clusterLocal")?.text == "true"
          && (setting.value(at: "hosts")?.items ?? []).contains { $0.text == local }
      }
    }
  }
}
