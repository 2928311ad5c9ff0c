internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The primary makes the sidecars of its remotes as its own platform asks for, so OpenShift is served by OpenShift.
func checkInjectedPlatforms(_ topology: Topology, _ log: inout FindingLog) {
  for remote in topology.remotes {
    guard let platform = remote.platform, platform.value == .openshift, let name = topology.primary(of: remote),
      let primary = topology.primaries.first(where: { $0.name?.value == name }),
      primary.platform?.value != .openshift
    else { continue }
    log.report(.injectedForAnotherPlatform(platform, by: primary))
  }
}
