internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What stands for each command and object of Istio's own set-up of this mode.
///
/// The published steps are those of istio.io, "Replicated control planes" and "Version routing in a multicluster service mesh"
/// (release 1.4).
func counterparts(of clusters: [LegacyCluster]) -> [Counterpart] {
  guard let version = clusters.first?.version, version < LegacyRelease.today else { return [] }
  return installationCounterparts(of: clusters, version) + nameCounterparts(of: clusters)
    + applicationCounterparts(of: clusters) + routingCounterparts(of: clusters)
}

private func installationCounterparts(of clusters: [LegacyCluster], _ version: Version) -> [Counterpart] {
  let kinds = clusters.compactMap(\.kindsStep).map(\.id)
  return [
    Counterpart("kubectl create namespace istio-system", clusters.map(\.namespacesStep.id)),
    Counterpart(
      "kubectl create secret generic cacerts --from-file=samples/certs/…",
      [LegacyCluster.ceremonyStep.id] + clusters.map(\.certificatesStep.id),
      "from a root of one's own; `certificates/plan.json`"),
    Counterpart("edit requirements.yaml, helm dep update", [StepID(wholeMesh: .operator)]),
    Counterpart(
      "kubectl apply -f install/kubernetes/helm/istio-init/files/crd*yaml", kinds,
      kinds.isEmpty ? "`istioctl install` brings the kinds along from 1.6 on" : nil),
    Counterpart(
      "helm template … -f values-istio-multicluster-gateways.yaml, kubectl apply", clusters.map(\.controlPlaneStep.id),
      "the values are in `\(version.isInstalledByHelm ? "clusters/NAME/helm" : "clusters/NAME/istioctl")`"),
    Counterpart(
      "global.multiCluster.enabled: two Gateways, EnvoyFilter, DestinationRule `*.global`",
      clusters.map(\.exposureStep.id)),
  ]
}

private func nameCounterparts(of clusters: [LegacyCluster]) -> [Counterpart] {
  let servers = clusters.compactMap(\.nameServerStep).map(\.id)
  func step(_ published: String, _ server: ClusterDNS.Server) -> Counterpart {
    let steps = clusters.filter { $0.cluster.dns?.server?.value == server }.compactMap(\.clusterDNSStep).map(\.id)
    return Counterpart(
      published, steps,
      steps.isEmpty ? "no cluster has `\(server.rawValue)`" : "merged into what is there; `clusters/NAME/dns`")
  }
  return [
    Counterpart("istiocoredns.enabled", servers, servers.isEmpty ? "no cluster imports anything" : nil),
    Counterpart(
      "kubectl get svc istiocoredns -o jsonpath={.spec.clusterIP}", servers,
      clusters.contains { $0.nameServerBinding != nil }
        ? "read after the step where `dns.globalClusterIP` is not given" : "given as `dns.globalClusterIP`"),
    step("ConfigMap kube-dns, stubDomains", .kubeDNS),
    step("ConfigMap coredns, Corefile", .coreDNS),
  ]
}

private func applicationCounterparts(of clusters: [LegacyCluster]) -> [Counterpart] {
  let traffic = clusters.filter { !$0.imports.isEmpty }.map { $0.step(.traffic) }
  let none = traffic.isEmpty ? "no cluster imports anything" : nil
  let open = clusters.contains { $0.gatewayAddressBinding != nil }
  return [
    Counterpart(
      "kubectl create namespace app1, kubectl label namespace app1 istio-injection=enabled",
      clusters.map(\.namespacesStep.id), "and the client's in `verify/NAME`"),
    Counterpart("samples/sleep", [], "the client in `verify/NAME`, with the checks under Verification"),
    Counterpart(
      "samples/httpbin, samples/helloworld", [],
      "the applications' own; whether their pods have proxies is checked under Verification"),
    Counterpart(
      "CLUSTER2_GW_ADDR=$(kubectl get svc --selector=app=istio-ingressgateway …)", clusters.map(\.gatewayStep.id),
      open ? "the open ones under Open bindings" : "given as `gateway.address`"),
    Counterpart("ServiceEntry", traffic, none ?? "`80-traffic/serviceentry-*-global.yaml`"),
    Counterpart(
      "kubectl logs … -c istio-coredns-plugin", [], "a check under Verification"),
    Counterpart("kubectl exec … curl httpbin.app2.global:8000/headers", [], "the checks under Verification"),
  ]
}

private func routingCounterparts(of clusters: [LegacyCluster]) -> [Counterpart] {
  let importing = clusters.filter { !$0.imports.isEmpty }.map { $0.step(.traffic) }
  let own = clusters.filter { cluster in
    cluster.ownServices.contains { service in
      service.subsets.contains { service.clusters(of: $0).contains(cluster.name) }
    }
  }
  let routing = clusters.filter { !$0.routes.isEmpty }.map { $0.step(.traffic) }
  return [
    Counterpart(
      "DestinationRule of the `.global` name", importing,
      importing.isEmpty ? "no cluster imports anything" : "`80-traffic/destinationrule-*-global.yaml`"),
    Counterpart(
      "DestinationRule of the service's own name", own.map { $0.step(.traffic) },
      own.isEmpty ? "no service has subsets" : "`80-traffic/destinationrule-*.yaml`"),
    Counterpart(
      "VirtualService", routing,
      routing.isEmpty ? "the topology has no `routes`" : "`80-traffic/virtualservice-*.yaml`"),
  ]
}
