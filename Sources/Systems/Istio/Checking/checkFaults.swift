internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

/// The release has no fault that such a mesh is known to run into.
func checkFaults(_ topology: Topology, _ options: IstioOptions, _ log: inout FindingLog) {
  guard let written = topology.distribution?.version, topology.clusters.count > 1 else { return }
  let release = written.map { _ in options.build }
  let faults = KnownFault.all.filter { $0.affects(options.version) }
  let crossing = faults.filter { $0.condition == .severalClusters }
  if !crossing.isEmpty { log.report(.faultyRelease(release, crossing)) }
  if let access = topology.remoteAccess, case .externalSecrets = access.value.credentials {
    for fault in faults where fault.condition == .changingCredentials {
      log.report(.unreadCredentials(access.range, fault, release))
    }
  }
}
