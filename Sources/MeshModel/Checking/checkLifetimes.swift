internal import Diagnostics
internal import MeshNames

/// A certificate ends before its issuer's does, or it is worth nothing from then on.
func checkLifetimes(_ topology: Topology, _ log: inout FindingLog) {
  let authority = topology.certificateAuthority
  guard let child = authority?.intermediates?.lifetime, let issuer = authority?.root?.lifetime else { return }
  if child.value > issuer.value {
    log.report(.outlivesIssuer(child, issuer: issuer))
  } else if child.value == issuer.value {
    log.report(.endsWithIssuer(child, issuer: issuer))
  }
}
