internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Asks whether what asmcli has derived is what the plan has.
extension FleetMember {
  var statusChecks: [PlannedVerification.Check] { [runsRevision, isNamed, hasIdentity, isOnNetwork, isInjectedOnce] }

  private var runsRevision: PlannedVerification.Check {
    .init(
      "the control plane of the revision runs",
      scope.kubectl(
        "get", "pods", "--selector=app=istiod,istio.io/rev=\(scope.options.revision)",
        "--output=jsonpath={.items[*].status.phase}"), answers: ["Running"])
  }

  private var isNamed: PlannedVerification.Check {
    .init(
      "istiod knows its cluster as \(clusterID)",
      scope.kubectl(
        "get", "deployment/\(scope.options.istiodName)",
        #"--output=jsonpath={.spec.template.spec.containers[*].env[?(@.name=="CLUSTER_ID")].value}"#),
      answers: [clusterID])
  }

  private var hasIdentity: PlannedVerification.Check {
    .init(
      "workloads are of mesh \(scope.topology.mesh.id) and trust domain \(scope.topology.mesh.trustDomain)",
      scope.kubectl("get", "configmap/istio-\(scope.options.revision)", "--output=jsonpath={.data.mesh}"),
      answers: ["meshId: \(scope.topology.mesh.id)", "trustDomain: \(scope.topology.mesh.trustDomain)"])
  }

  /// asmcli never changes a label that is there, be it right or wrong.
  private var isOnNetwork: PlannedVerification.Check {
    .init(
      "the control plane's namespace is on network \(scope.network)",
      .kubectl(
        in: scope.context, "get", "namespace", "\(scope.system)",
        #"--output=jsonpath={.metadata.labels.topology\.istio\.io/network}"#), answers: [scope.network])
  }

  /// Where both labels stand, `istio-injection` wins, and asks for a revision that there is not.
  private var isInjectedOnce: PlannedVerification.Check {
    .init(
      "no namespace has both labels for injection",
      .kubectl(
        in: scope.context, "get", "namespaces", "--selector=istio-injection,istio.io/rev", "--output=name"),
      never: ["namespace/"])
  }
}
