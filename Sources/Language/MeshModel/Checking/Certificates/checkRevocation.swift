internal import Diagnostics
internal import MeshNames
internal import YAMLReading

/// CRLs are signed by whoever may, reach istiod, and are read there.
func checkRevocation(_ topology: Topology, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  guard let revocation = hierarchy.revocation, revocation.mode.value == .crl else { return }
  if hierarchy.profile == .istioSample {
    log.report(.listsNotSigned(revocation.mode, profile: topology.certificateAuthority?.profile?.range))
  }
  if let delivery = hierarchy.deliveryByCertManager {
    log.report(.listsWithoutPlace(revocation.mode, delivery: delivery.range))
  }
  if topology.isFederated {
    log.reportOnce(.notSupportedYet("`revocation: {mode: crl}` in this mode", at: revocation.mode.range))
  }
  checkListsAreRead(topology, revocation.mode, &log)
  for authority in [hierarchy.root] + hierarchy.tiers + hierarchy.intermediates {
    guard let update = revocation.nextUpdate.written(for: authority), update.value >= authority.lifetime.value else {
      continue
    }
    log.reportOnce(.listOutlivesAuthority(update, authority))
  }
}

private func checkListsAreRead(_ topology: Topology, _ mode: Located<Revocation.Mode>, _ log: inout FindingLog) {
  if let version = topology.distribution?.version, [.sail, .istio].contains(topology.distribution?.name?.value),
    let release = try? Version(parsing: version.value.description), release < Version(1, 27, 0)
  {
    log.report(.listsNotRead(mode, because: version.range, "Istio 1.27 or later reads them"))
  }
  if let (_, value) = topology.firstValue("pilot.env.PILOT_ENABLE_CA_CRL"), value.text == "false" {
    log.report(.listsNotRead(mode, because: value.range, "switched off here"))
  }
  if let dataPlane = topology.controlPlane?.dataPlane, dataPlane.value == .ambient {
    log.report(
      .notSupportedYet(
        "`revocation: {mode: crl}` with `dataPlane: ambient`", at: mode.range,
        help: "istiod hands CRLs to sidecars by itself; ztunnel has to be told to read them"))
  }
}
