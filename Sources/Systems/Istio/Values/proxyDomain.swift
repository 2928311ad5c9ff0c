package import MeshModel
package import MeshNames
package import YAMLWriting

extension ClusterDomain {
  /// What istiod and the proxies are told of it, as `global.proxy` has it; `nil` for what they take anyway.
  package var proxyValues: YAMLValue? { self == .standard ? nil : ["clusterDomain": "\(self)"] }
}

extension CheckedTopology.MeshIdentity {
  /// The same of the mesh's own.
  package var proxyDomain: YAMLValue? { clusterDomain.proxyValues }

  /// The same as the node's proxies of an ambient mesh read it (istio/ztunnel, src/config.rs, CLUSTER_DOMAIN).
  package var ztunnelEnvironment: YAMLValue? {
    clusterDomain == .standard ? nil : ["CLUSTER_DOMAIN": "\(clusterDomain)"]
  }
}
