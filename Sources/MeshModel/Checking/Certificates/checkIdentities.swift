internal import Diagnostics
internal import MeshNames

/// An authority has one SPIFFE ID at most, that of the domain whose workloads stand below it.
func checkIdentities(_ hierarchy: AuthorityHierarchy, _ topology: Topology, _ log: inout FindingLog) {
  let domain = topology.mesh?.trustDomain
  for authority in hierarchy.authorities {
    for identity in authority.identities where identity.value.domain != domain?.value ?? .clusterLocal {
      log.reportOnce(.foreignIdentity(identity, domain: domain))
    }
    if authority.identities.count > 1 { log.reportOnce(.severalIdentities(authority.identities)) }
  }
}
