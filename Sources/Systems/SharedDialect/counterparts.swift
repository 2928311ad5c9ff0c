internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What stands for each command and object of Istio's own set-up of this mode.
///
/// The published steps are those of istio.io, "VPN Connectivity" (release 1.0).
func counterparts(of clusters: [LegacyCluster]) -> [Counterpart] {
  let (mains, remotes) = (clusters.filter(\.isPrimary), clusters.filter { !$0.isPrimary })
  return installation(clusters, mains) + addresses(mains) + chart(remotes) + reading(remotes)
    + applications(clusters) + stableAddresses(mains) + removals(remotes)
}

private func installation(_ clusters: [LegacyCluster], _ mains: [LegacyCluster]) -> [Counterpart] {
  [
    Counterpart("kubectl create ns istio-system", clusters.map(\.namespacesStep.id)),
    Counterpart(
      "kubectl create secret generic cacerts --from-file=samples/certs/…",
      [LegacyCluster.ceremonyStep.id] + clusters.map(\.certificatesStep.id),
      "from a root of one's own; `certificates/plan.json`"),
    Counterpart("install Istio's CustomResourceDefinitions", clusters.compactMap(\.sharedKindsStep).map(\.id)),
    Counterpart(
      "helm template … install/kubernetes/helm/istio (main cluster)", mains.map(\.controlPlaneStep.id),
      "`global.mtls.enabled`, `security.selfSigned`, `global.controlPlaneSecurityEnabled` are in `clusters/NAME/helm`"),
  ]
}

private func addresses(_ mains: [LegacyCluster]) -> [Counterpart] {
  ControlPlaneComponent.allCases.map { component in
    let users = mains.filter { $0.components.contains(component) }
    let isOpen = users.contains { component.address(in: $0.cluster.endpoints) == nil }
    return Counterpart(
      "export \(component == .zipkin ? "ZIPKIN" : component.rawValue.uppercased())_POD_IP=$(kubectl get pod …)",
      users.map(\.reachableStep),
      users.isEmpty
        ? "nothing is traced: the topology gives no `endpoints.zipkin`"
        : isOpen ? "read after the step, under Open bindings" : "given as `endpoints.\(component.rawValue)`")
  }
}

private func chart(_ remotes: [LegacyCluster]) -> [Counterpart] {
  let isOwnChart = remotes.first.map { $0.version < Version(1, 1, 0) } ?? true
  let charts = remotes.map(\.remoteChartStep.id)
  func variable(_ name: String, _ remark: String) -> Counterpart { Counterpart(name, charts, remark) }
  let values = "`clusters/NAME/helm/istio-remote.values.yaml`"
  return [
    Counterpart(
      "helm template install/kubernetes/helm/istio-remote, kubectl apply", charts, "the values are in \(values)"),
    variable("global.remotePilotAddress", "Pilot, in \(values)"),
    variable("global.remotePolicyAddress", "policy, always on port 15004"),
    variable("global.remoteTelemetryAddress", "telemetry, always on port 15004"),
    variable(
      "global.remoteZipkinAddress",
      isOwnChart
        ? "tracing; `global.zipkinAddress`, too, which the injector asks for" : "`global.tracer.zipkin.address`"),
    variable("sidecarInjectorWebhook.enabled", "the webhook, from `injection.automatic`"),
    variable(
      "global.remotePilotCreateSvcEndpoint",
      isOwnChart ? "a Service for Pilot's address" : "`global.createRemoteSvcEndpoints`, for policy and telemetry, too"),
    Counterpart(
      "ServiceAccount istio-multi, ClusterRole istio-reader, ClusterRoleBinding istio-multi",
      remotes.map(\.remoteStep.id)),
    Counterpart(
      "selectorless Services and Endpoints", charts + remotes.map(\.remoteStep.id),
      "those that the chart leaves out in `40-control-plane`"),
  ]
}

private func reading(_ remotes: [LegacyCluster]) -> [Counterpart] {
  let secrets = remotes.map(\.remoteSecretStep.id)
  return [
    Counterpart(
      "SECRET_NAME=$(kubectl get sa istio-multi …), CA_DATA=…, TOKEN=…", remotes.map(\.tokenStep.id) + secrets,
      "a Secret of the token's own"),
    Counterpart("SERVER=$(kubectl config view …)", secrets, "given as `apiServer`"),
    Counterpart("cat <<EOF > ${KUBECFG_FILE}", secrets, "`clusters/NAME/kubeconfig/secret.template`"),
    Counterpart("remote_cluster_env_vars, source remote_cluster_env_vars", secrets, "one step does both sides"),
    Counterpart("kubectl create secret generic ${CLUSTER_NAME} --from-file ${KUBECFG_FILE}", secrets),
    Counterpart("kubectl label secret ${CLUSTER_NAME} istio/multiCluster=true", secrets, "in the template"),
  ]
}

private func applications(_ clusters: [LegacyCluster]) -> [Counterpart] {
  let injected = clusters.compactMap(\.injectionStep).map(\.id)
  let labelled = clusters.filter { !$0.injectedNamespaces.isEmpty }.map(\.namespacesStep.id)
  let services = clusters.compactMap(\.servicesStep).map(\.id)
  return [
    Counterpart(
      "kubectl label namespace default istio-injection=enabled", labelled,
      labelled.isEmpty ? "no namespace is listed under `injection`" : nil),
    Counterpart(
      "--set sidecarInjectorWebhook.enabled=false, istioctl kube-inject … | kubectl apply -f -", injected,
      injected.isEmpty ? "every cluster has the webhook" : nil),
    Counterpart(
      "service objects and namespaces in every cluster with clients", services,
      services.isEmpty ? "no service has `replicateTo`" : "`80-traffic/service-*.yaml`"),
  ]
}

private func stableAddresses(_ mains: [LegacyCluster]) -> [Counterpart] {
  func row(_ published: String, _ exposure: ControlPlaneEndpoints.Exposure, _ steps: (LegacyCluster) -> [StepID])
    -> Counterpart
  {
    let chosen = mains.filter { $0.exposure == exposure }
    return Counterpart(
      published, chosen.flatMap(steps),
      chosen.isEmpty
        ? "not chosen: `endpoints.exposure: \(exposure.rawValue)`" : "`endpoints.exposure: \(exposure.rawValue)`")
  }
  return [
    row("update the addresses after each restart", .pods) { [$0.step(.controlPlane)] },
    row("Services of type LoadBalancer", .loadBalancers) { $0.addressesStep.map { [$0.id] } ?? [] },
    row("expose the services by a gateway: Gateway, VirtualService, DestinationRule", .gateway) {
      [$0.addressesStep?.id, $0.exposureStep?.id].compactMap { $0 }
    },
  ]
}

private func removals(_ remotes: [LegacyCluster]) -> [Counterpart] {
  [Counterpart("kubectl delete -f istio-remote.yaml", [], "under Removal, with the Secret of the main cluster")]
}
