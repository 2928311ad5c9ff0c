internal import Diagnostics
internal import MeshNames

/// Name constraints leave room for the names that Istio needs, and are such that all peers can check them.
func checkNameConstraints(_ hierarchy: AuthorityHierarchy, _ topology: Topology, _ log: inout FindingLog) {
  let dataPlane = topology.controlPlane?.dataPlane
  for authority in hierarchy.authorities {
    guard let constraints = authority.nameConstraints else { continue }
    checkNames(authority.names + (hierarchy.mesh.istiod.map { [$0] } ?? []), constraints, &log)
    checkDomain(hierarchy.mesh.trustDomain, constraints, &log)
    for constraint in constraints.permitted.uri + constraints.excluded.uri where dataPlane?.value == .ambient {
      log.report(.uriConstraintInAmbient(constraint, dataPlane: dataPlane?.range ?? constraint.range))
    }
  }
}

private func checkNames(_ names: [DNSName], _ constraints: NameConstraints, _ log: inout FindingLog) {
  let permitted = constraints.permitted.dns
  for name in names {
    if !permitted.isEmpty, !permitted.contains(where: { $0.value.contains(name) }) {
      log.report(.nameNotPermitted(name.description, nil, constraints))
    }
    for excluded in constraints.excluded.dns where excluded.value.contains(name) {
      log.report(.nameNotPermitted(name.description, excluded.map(\.description), constraints))
    }
  }
}

/// A host constrains URIs exactly: without a dot before it, it has no subdomains (RFC 5280, section 4.2.1.10).
private func checkDomain(_ domain: TrustDomain, _ constraints: NameConstraints, _ log: inout FindingLog) {
  let permitted = constraints.permitted.uri
  if !permitted.isEmpty, !permitted.contains(where: { $0.value == domain }) {
    log.report(.nameNotPermitted(domain.description, nil, constraints))
  }
  for excluded in constraints.excluded.uri where excluded.value == domain {
    log.report(.nameNotPermitted(domain.description, excluded.map(\.description), constraints))
  }
}
