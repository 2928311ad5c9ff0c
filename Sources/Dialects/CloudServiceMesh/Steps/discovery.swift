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
  let copies = members.map(\.renameScript).joined(separator: "\n")
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
      gates: members.map { $0.knows(members.filter { [name = $0.name] in $0.name != name }) })
  ]
}

extension FleetMember {
  /// Opens when the remote secrets of all others are there.
  fileprivate func knows(_ others: [FleetMember]) -> Gate {
    let secrets = others.map { "istio-remote-secret-\($0.clusterID)" }
    return Gate("\(name) has the other clusters' remote secrets", scope.kubectl(["get", "secret"] + secrets), timeout: 60)
  }
}
