internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Lets every control plane read every other cluster.
///
/// asmcli names a remote secret after the context that it is made with, and istiod takes that name for the cluster's ID. So
/// the copies' contexts are called what the cluster's own istiod calls it: otherwise subsets and failover by
/// `topology.istio.io/cluster` find no endpoints (anthos-service-mesh-packages#1184).
func discoverySteps(of members: [FleetMember]) -> [Step] {
  guard let first = members.first, members.count > 1 else { return [] }
  let copies = members.map(\.renamedCopyScript).joined(separator: "\n")
  let script = """
    \(FleetMember.folderScript)
    \(copies)
    asmcli create-mesh \(first.options.project) \(members.map(\.copy).joined(separator: " "))
    """
  return [
    Step(
      StepID(wholeMesh: .discovery), in: nil, .discovery, "Let every control plane read the other clusters",
      .run([Command(["sh", "-c", script])]),
      after: members.map { $0.scope.exposureStep?.id ?? $0.scope.controlPlaneStepID },
      gates: [secretsGate(of: members)])
  ]
}

/// Opens when the remote secrets of all other clusters are in each of them.
///
/// Two loops ask, so that the plan grows with the clusters and not with their pairs.
private func secretsGate(of members: [FleetMember]) -> Gate {
  let script = """
    for reader in "$@"; do
      for other in "$@"; do
        test "$reader" = "$other" || kubectl --context "${reader#*=}" --namespace istio-system get secret \
          "istio-remote-secret-${other%%=*}" || exit 1
      done
    done
    """
  return Gate(
    "every control plane has the remote secrets of all others",
    Command(["sh", "-c", script, "sh"] + members.map { "\($0.clusterID)=\($0.scope.context)" }), timeout: 60)
}
