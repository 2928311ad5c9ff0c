internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The mesh's own trust domain once more, as an alias of itself, where a control plane may look for it in vain.
///
/// From 1.29 on, istiod expects pods of another cluster to have the trust domain that this cluster's ConfigMap of the
/// reader's own revision names, and `cluster.local` where there is no such ConfigMap. There is none in clusters without
/// a control plane, and none in a cluster that has not come as far as its reader in an update with revisions. Of every
/// identity that it expects, istiod also takes those with an alias in place of the trust domain, so the right one is
/// among them at every moment (istio/istio 1.30.3, pkg/spiffe/spiffe.go, `ExpandWithTrustDomains`). Google's own
/// configuration of Cloud Service Mesh does the same.
func trustDomainAliases(_ topology: CheckedTopology, _ options: IstioOptions) -> YAMLValue? {
  let domain = topology.mesh.trustDomain
  let mayDiffer = options.isRevisioned && topology.clusters.count > 1
  guard options.readsTrustDomains, domain != .clusterLocal, topology.hasRemotes || mayDiffer else { return nil }
  return ["\(domain)"]
}
