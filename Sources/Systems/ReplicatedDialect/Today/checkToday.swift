internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

/// With one of today's releases the mode is an experiment, which mostly something else does better.
func checkToday(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
  let isToday = version.value >= LegacyRelease.today
  for cluster in topology.clusters {
    if isToday, let dns = cluster.dns { log.report(.keyOfOtherRelease("dns", at: dns.place, version)) }
    if isToday, let kubernetes = cluster.kubernetes {
      log.report(.keyOfOtherRelease("kubernetes", at: kubernetes.range, version))
    }
  }
  guard isToday, let mode = topology.controlPlane?.mode else { return }
  log.report(.experimentalNames(version))
  if topology.clusters.count > 1, topology.clusters.allSatisfy({ $0.apiServer != nil }),
    let first = topology.clusters.first?.apiServer
  {
    log.report(.multiPrimaryWouldDo(mode, apiServer: first.range))
  }
}
