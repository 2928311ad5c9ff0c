package import MeshModel
internal import MeshNames
package import YAMLWriting

extension CheckedTopology.MeshIdentity {
  /// What istiod and the proxies are told of the clusters' domain, as `global.proxy` has it; `nil` for what they take
  /// anyway.
  package var proxyDomain: YAMLValue? {
    clusterDomain == .standard ? nil : ["clusterDomain": "\(clusterDomain)"]
  }

  /// The same as the node's proxies of an ambient mesh read it (istio/ztunnel, src/config.rs, CLUSTER_DOMAIN).
  package var ztunnelEnvironment: YAMLValue? {
    clusterDomain == .standard ? nil : ["CLUSTER_DOMAIN": "\(clusterDomain)"]
  }
}
