internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// There is a fleet to derive all names from.
func checkFleet(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.fleet == nil, !topology.modeKeys.contains(where: { $0.value == .fleet }),
    let name = topology.distribution?.name
  else { return }
  log.report(.noFleet(at: name.range))
}

/// What the topology says of the mesh is what follows from its fleet.
func checkIdentity(_ topology: Topology, _ log: inout FindingLog) {
  guard let fleet = topology.fleet else { return }
  if let id = topology.mesh?.id, let derived = fleet.meshID, id.value != derived {
    log.report(.anotherMeshID(id, derived: derived, from: fleet))
  }
  if let domain = topology.mesh?.trustDomain, let derived = fleet.trustDomain, domain.value != derived,
    !domain.value.isLeftToFleet
  {
    log.report(.anotherTrustDomain(domain, derived: derived, from: fleet))
  }
  guard let project = fleet.project?.value else { return }
  for name in topology.clusters.compactMap(\.name) {
    let id = FleetMember.clusterID(of: name.value, in: project)
    if id.utf8.count > FleetMember.longestClusterID { log.report(.longClusterID(name, id: id)) }
  }
}

extension FleetMember {
  /// That of a DNS label: it is a part of the name of a Secret, and the value of a label.
  static let longestClusterID = 63
}
