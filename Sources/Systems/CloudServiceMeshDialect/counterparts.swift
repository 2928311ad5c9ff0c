internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What stands for each command and object of the published set-up.
///
/// The published steps are those of cloud.google.com, "Set up a multi-cluster mesh outside Google Cloud".
func counterparts(of members: [FleetMember]) -> [Counterpart] {
  guard let first = members.first else { return [] }
  return names(first) + installation(of: members) + gateways(of: members) + discovery(of: members)
    + sample(of: members, first)
}

private func names(_ member: FleetMember) -> [Counterpart] {
  let (options, mesh) = (member.options, member.scope.topology.mesh)
  return [
    Counterpart(
      "export PROJECT_NUMBER=$(gcloud projects describe FLEET_PROJECT_ID --format=\"value(projectNumber)\")", [],
      "given as `fleet.projectNumber`: \(options.projectNumber)"),
    Counterpart(
      "export MESH_ID=\"proj-${PROJECT_NUMBER}\"", [], "derived: `\(mesh.id)`, in `clusters/NAME/asmcli/overlay.yaml`"),
    Counterpart(
      "export CLUSTER_1=\"cn-FLEET_PROJECT_ID-global-CLUSTER_NAME_1\"", [],
      "derived: `cn-\(options.project)-global-NAME`, in `clusters/NAME/asmcli/overlay.yaml`"),
    Counterpart(
      "kubectl config get-contexts, export CTX_1=CLUSTER1_CONTEXT_NAME", [], "given as `clusters[].context`"),
    Counterpart(
      "the identity of workloads", [],
      "`spiffe://\(mesh.trustDomain)/ns/NAMESPACE/sa/ACCOUNT`, signed by \(options.authority.inWords)"),
  ]
}

private func installation(of members: [FleetMember]) -> [Counterpart] {
  let authority = members.first?.options.authority
  return [
    Counterpart(
      "register the clusters in the fleet", members.map(\.registrationStep.id), "under the clusters' own names"),
    Counterpart(
      "asmcli install --fleet_id … --ca …", members.map(\.controlPlaneStep.id),
      "with the network's name, and the overlay in `clusters/NAME/asmcli`"),
    Counterpart(
      "make -f ../tools/certs/Makefile.selfsigned.mk root-ca, cluster1-cacerts",
      members.first?.options.trustSteps.map(\.id) ?? [],
      authority == .istioCA ? "`certificates/plan.json`" : "\(authority?.inWords ?? "") holds the keys"),
  ]
}

/// Four tabs, which differ in what issues the certificates of istiod's webhooks.
private func gateways(of members: [FleetMember]) -> [Counterpart] {
  let tabs: [(title: String, sites: Set<Site>, isIstiod: Bool)] = [
    ("Anthos clusters, Mesh CA or CA Service", [.premises], false),
    ("Anthos clusters, Istio CA", [.premises], true),
    ("Azure, AWS and attached, Mesh CA", [.aws, .azure, .elsewhere], false),
    ("Azure, AWS and attached, Istio CA", [.aws, .azure, .elsewhere], true),
  ]
  return tabs.map { tab in
    let users = members.filter {
      tab.sites.contains($0.scope.cluster.platform.site) && $0.options.authority.isIstiod == tab.isIstiod
    }
    let provider = users.first.map { "pilotCertProvider=\($0.certificateProvider.rawValue)" }
    return Counterpart(
      "gen-eastwest-gateway.sh --mesh … --cluster … --network default --revision … | istioctl install -y --set … -f - "
        + "(\(tab.title))", users.compactMap(\.gatewayStep?.id),
      remark(on: users, provider))
  } + [exposure(of: members)]
}

private func remark(on users: [FleetMember], _ provider: String?) -> String {
  guard let user = users.first, let provider else { return "no cluster of this mesh is of that kind" }
  guard user.gatewayStep != nil else { return "no gateway: there is one network, and pods reach each other" }
  return
    "or, in place of that, `istioctl --context=CONTEXT install -y -f clusters/NAME/istioctl/eastwest.yaml`, which has "
    + "\(provider)"
}

private func exposure(of members: [FleetMember]) -> Counterpart {
  let steps = members.compactMap(\.scope.exposureStep?.id)
  return Counterpart(
    "kubectl apply -n istio-system -f asm/istio/expansion/expose-services.yaml", steps,
    steps.isEmpty ? "nothing to open: there is one network" : "`60-exposure`")
}

private func discovery(of members: [FleetMember]) -> [Counterpart] {
  let steps = discoverySteps(of: members).map(\.id)
  return [
    Counterpart(
      "asmcli create-mesh FLEET_PROJECT_ID PATH_TO_KUBECONFIG_1 PATH_TO_KUBECONFIG_2", steps,
      steps.isEmpty
        ? "there is one cluster" : "with kubeconfigs whose contexts are called what istiod calls the clusters")
  ]
}

private func sample(of members: [FleetMember], _ first: FleetMember) -> [Counterpart] {
  let (sample, revision) = (first.scope.topology.sampleNamespace, first.scope.options.revision)
  return [
    Counterpart(
      "kubectl -n istio-system get pods -l app=istiod --show-labels", [],
      "the revision is `\(revision)`, and a check under Verification asks for it"),
    Counterpart("kubectl create namespace sample", [], "`verify/NAME/namespace-\(sample).yaml`"),
    Counterpart(
      "kubectl label namespace sample istio-injection- istio.io/rev=REVISION --overwrite", [],
      "`istio.io/rev: \(revision)` in `verify/NAME/namespace-\(sample).yaml`; a check under Verification finds namespaces "
        + "with both labels"),
    Counterpart("helloworld.yaml -l service=helloworld", [], "`verify/NAME/service-helloworld.yaml`"),
    Counterpart("helloworld.yaml -l version=v1, -l version=v2", [], "`verify/NAME/deployment-helloworld-*.yaml`"),
    Counterpart(
      "kubectl get pod -n sample", [], "a check under Verification waits for the Deployments"),
    Counterpart("samples/sleep/sleep.yaml", [], "`verify/NAME/deployment-sleep.yaml`, its account and its Service"),
    Counterpart("kubectl get pod -n sample -l app=sleep", [], "the same check"),
    Counterpart(
      "kubectl exec … curl -sS helloworld.sample:5000/hello, 20 times from each cluster", [],
      "the last check of each cluster under Verification"),
    Counterpart("kubectl delete ns sample", [], "the first act under Removal, in each cluster"),
  ]
}

extension Fleet.Authority {
  /// The authority as people name it.
  var inWords: String {
    switch self {
    case .istioCA: "Istio CA"
    case .meshCA: "Mesh CA"
    case .caService: "CA Service"
    }
  }
}
