internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Takes the mesh down: what uses something before what it uses, in all clusters before the next thing in any.
///
/// The clusters stay in the fleet: they may have been members before, and for other reasons.
func removal(of members: [FleetMember]) -> [Removal] {
  let acts: [(FleetMember) -> Removal?] = [
    \.scope.sampleRemoval, \.scope.applicationsRemoval,
    { $0.scope.exposureRemoval([$0.scope.deleteFolder(of: .gateways)]) },
    \.scope.remoteSecretsRemoval, \.controlPlaneRemoval, \.namespacesRemoval,
  ]
  return acts.flatMap { act in members.compactMap(act) }
}

extension FleetMember {
  /// The webhooks go first: without istiod they would refuse every pod (cloud.google.com, "Uninstall Cloud Service Mesh").
  fileprivate var controlPlaneRemoval: Removal? {
    scope.remove(
      "Remove the control plane",
      [
        scope.delete([
          "validatingwebhookconfiguration,mutatingwebhookconfiguration",
          "--selector=operator.istio.io/component=Pilot",
        ]),
        Command(["istioctl", "uninstall", "--purge", "--skip-confirmation", "--context=\(scope.context)"]),
      ])
  }

  fileprivate var namespacesRemoval: Removal? {
    scope.remove("Remove the namespaces", [scope.delete(["namespace", "\(scope.system)", "asm-system"])])
  }
}
