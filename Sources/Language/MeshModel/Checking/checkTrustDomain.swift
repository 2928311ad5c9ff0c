internal import Diagnostics
internal import MeshNames

/// The trust domain is derived where there is something to derive it from.
func checkTrustDomain(_ topology: Topology, _ log: inout FindingLog) {
  guard let domain = topology.mesh?.trustDomain, domain.value.isLeftToFleet, topology.distribution?.name != nil,
    !topology.isFleet
  else { return }
  log.report(.nothingToDeriveFrom(domain))
}
