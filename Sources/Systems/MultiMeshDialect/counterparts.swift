internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning

/// What stands for each object and command of the published set-up (openshift-service-mesh/sail-operator,
/// docs/ossm/ossm2-migration/federation).
func counterparts(of meshes: [InstalledMesh]) -> [Counterpart] {
  prerequisites(meshes) + controlPlanes(meshes) + exports(meshes) + imports(meshes)
}

private func prerequisites(_ meshes: [InstalledMesh]) -> [Counterpart] {
  let kinds = Counterpart(
    "OpenShift 4.19 or later, which has the kinds of Gateway API", meshes.compactMap(\.gatewayAPIStep?.id),
    "where a cluster lacks them, the step brings them; an OpenShift before 4.19 is to be updated instead")
  return (meshes.contains { $0.gatewayAPIStep != nil } ? [kinds] : []) + [
    Counterpart(
      "network connectivity between clusters", [],
      "from the pods of importers to port \(ManualDiscovery.gatewayPort) of exporters' gateways"),
    Counterpart(
      "kubectl create secret generic cacerts", meshes.compactMap(\.trustStep?.id),
      "of meshes whose `certificateAuthority` is planned or plugged in; the others sign with roots of their own making"),
  ]
}

private func controlPlanes(_ meshes: [InstalledMesh]) -> [Counterpart] {
  let steps = meshes.map(\.controlPlaneStep.id)
  return [
    Counterpart("IstioCNI", steps),
    Counterpart("Istio", steps),
    Counterpart(
      "spec.values.meshConfig.caCertificates", meshes.filter { $0.knownRoots == nil }.map(\.rootsStepID),
      "the `meshes[].rootCertificate` of all peers, or read from their control planes"),
    Counterpart("spec.values.meshConfig.trustDomainAliases", steps, "the `meshes[].trustDomain` of all peers"),
    Counterpart(
      "kubectl label ns client istio.io/rev=…", meshes.compactMap(\.membersStep?.id), "the files of the namespaces"),
  ]
}

private func exports(_ meshes: [InstalledMesh]) -> [Counterpart] {
  let exporting = meshes.filter { !$0.exposed.isEmpty }
  guard !exporting.isEmpty else { return [] }
  let exposures = exporting.flatMap(\.exposureSteps).map(\.id)
  return [
    Counterpart(
      "Gateway eastwestgateway", exporting.compactMap(\.gatewayStep?.id),
      "in `\(ManualDiscovery.gatewayNamespace)`, as published"),
    Counterpart("Gateway expose-services", exposures, "exactly the hosts that somebody imports"),
    Counterpart("ServiceEntry of each service that is imported under another name", exposures, "for the gateway alone"),
    Counterpart(
      "kubectl get svc eastwestgateway-istio", [], "`clusters[].gateway.address`, or read under Open bindings"),
  ]
}

private func imports(_ meshes: [InstalledMesh]) -> [Counterpart] {
  let importing = meshes.filter { !$0.imported.isEmpty }
  guard !importing.isEmpty else { return [] }
  let steps = importing.flatMap { $0.discoverySteps(among: meshes) }.map(\.id)
  return [
    Counterpart(
      "Gateway remote-gateway-network-west-mesh", importing.compactMap(\.remoteGatewaysStep?.id),
      "one for each exporter, on the network `EXPORTER-network`"),
    Counterpart("ServiceEntry and WorkloadEntry of each imported service", steps, "for members of the mesh alone"),
    Counterpart(
      "istioctl proxy-config endpoints deploy/curl -n client", [],
      "the checks of each importing cluster in its `plan.json`"),
  ]
}
