internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Remote clusters reach their control plane by an IP address, or by a name with a caveat.
func checkControlPlaneAddresses(_ topology: Topology, _ log: inout FindingLog) {
  for host in topology.isExternal ? topology.hosts : [] {
    if let address = host.gateway?.address, case .name = address.value {
      log.report(.namedControlPlane(address, of: host))
    }
  }
  let serving = Set(topology.remotes.compactMap { topology.primary(of: $0) })
  for primary in topology.primaries {
    guard let name = primary.name?.value, serving.contains(name), let address = primary.gateway?.address else {
      continue
    }
    if case .name = address.value { log.report(.namedControlPlane(address, of: primary)) }
  }
}
