internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// A vendor's build is installed by an operator of the vendor's own: the known ones list upstream's releases.
func checkVendor(
  _ topology: Topology, _ options: SailOptions, _ release: Located<IstioBuild>, _ log: inout FindingLog
) {
  let known = topology.clusters.contains { cluster in
    let settings = cluster.settings(in: options)
    return settings.delivery == .olm && settings.package == nil && settings.source == nil
  }
  if known { log.report(.vendorBuildByOperator(release)) }
}

/// Red Hat's images have other names, and are chosen by their digests.
func checkHub(_ topology: Topology, _ options: SailOptions, _ log: inout FindingLog) {
  guard let hub = topology.distribution?.hub,
    let cluster = topology.clusters.first(where: { $0.hasServiceMesh(options) })
  else { return }
  log.report(.hubOfDigests(hub, platform: cluster.platform?.range))
}
