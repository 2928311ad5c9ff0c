internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning

/// What stands for each command and object of the published way to OpenShift Service Mesh 3, as far as the stage has come
/// (openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation).
func migrationCounterparts(of clusters: [FederatedCluster]) -> [Counterpart] {
  guard let stage = clusters.first?.stage else { return [] }
  return prepared(clusters) + (stage > .prepare ? exported(clusters) : [])
    + (stage > .gateways ? imported(clusters) : []) + (stage == .leave ? left(clusters) : [])
}

private func prepared(_ clusters: [FederatedCluster]) -> [Counterpart] {
  let planes = clusters.map { $0.step(.controlPlane) }
  return [
    Counterpart("OpenShift 4.19 or later, for Gateway API", clusters.compactMap(\.gatewayAPIStep?.id)),
    Counterpart("kubectl patch smcp: techPreview.meshConfig.trustDomainAliases", planes, "all peers' trust domains"),
    Counterpart("kubectl patch smcp: PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API", planes),
    Counterpart("kubectl patch smcp: cluster.network", planes, "`network-MESH`, from the beginning"),
    Counterpart("kubectl patch smcp: security.manageNetworkPolicy", planes),
  ]
}

private func exported(_ clusters: [FederatedCluster]) -> [Counterpart] {
  let exporting = clusters.filter { !$0.exposing.isEmpty }
  let exposures = exporting.flatMap { [$0.step(.exposure)] + [$0.liveExposureStep?.id].compactMap { $0 } }
  guard !exporting.isEmpty else { return [] }
  return [
    Counterpart(
      "kubectl create ns \(ManualDiscovery.gatewayNamespace)", exporting.map(\.namespacesStep.id),
      "a member of the mesh, too"),
    Counterpart("Gateway \(ManualDiscovery.gatewayName)", exporting.map { $0.step(.gateways) }),
    Counterpart("Gateway expose-services", exposures, "exactly the hosts that somebody imports"),
    Counterpart("ServiceEntry of each service that is imported under another name", exposures),
    Counterpart(
      "Gateway remote-gateway-network-west-mesh",
      clusters.filter { !$0.remoteGateways.isEmpty }.map { $0.step(.peers) }, "one for each exporter"),
  ]
}

private func imported(_ clusters: [FederatedCluster]) -> [Counterpart] {
  let importing = clusters.filter { !$0.discovering.isEmpty }
  guard !importing.isEmpty else { return [] }
  return [
    Counterpart(
      "ServiceEntry and WorkloadEntry of each imported service",
      importing.flatMap { [$0.step(.discovery)] + [$0.liveDiscoveryStep?.id].compactMap { $0 } }),
    Counterpart(
      "kubectl rollout restart deploy/curl", importing.compactMap(\.restartStep?.id),
      "all clients, at the stage `services`"
    ),
    Counterpart(
      "istioctl pc endpoints deploy/curl", [], "the gates of the clients' start, asked of every proxy of the members"),
  ]
}

private func left(_ clusters: [FederatedCluster]) -> [Counterpart] {
  [
    Counterpart(
      "kubectl delete importedserviceset", clusters.compactMap { $0.importsEndStep(among: clusters)?.id },
      "behind a look at every proxy"),
    Counterpart(
      "kubectl delete exportedserviceset", clusters.compactMap { $0.exportsEndStep(among: clusters)?.id },
      "once nobody imports"),
    Counterpart(
      "kubectl delete servicemeshpeer", clusters.compactMap { $0.peersStep(among: clusters)?.id },
      "they stay for the sake of their roots, and lead nowhere"),
    Counterpart(
      "kubectl patch smcp: remove additionalIngress and additionalEgress", clusters.compactMap(\.gatewaysEndStep?.id)),
  ]
}
