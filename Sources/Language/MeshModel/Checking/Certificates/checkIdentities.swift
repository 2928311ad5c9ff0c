internal import Diagnostics
internal import MeshNames

/// An authority has one SPIFFE ID at most, that of the domain whose workloads stand below it.
func checkIdentities(_ hierarchy: AuthorityHierarchy, _ topology: Topology, _ log: inout FindingLog) {
  let (name, place) = (hierarchy.mesh.trustDomain, topology.mesh?.trustDomain?.range)
  for authority in hierarchy.authorities {
    for identity in authority.identities where identity.value.domain != name {
      log.reportOnce(.foreignIdentity(identity, domain: name, at: place))
    }
    if authority.identities.count > 1 { log.reportOnce(.severalIdentities(authority.identities)) }
  }
}
