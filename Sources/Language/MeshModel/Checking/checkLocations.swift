internal import Diagnostics
internal import MeshNames

/// Every cluster's certificates have a folder of their own.
func checkLocations(_ topology: Topology, _ log: inout FindingLog) {
  let locations = topology.clusters.compactMap { cluster in
    cluster.location ?? cluster.name?.map { LocationName(of: $0) }
  }
  let names = Set(topology.clusters.compactMap(\.name).map(\.range))
  forEachRepetition(of: locations) { location, first in
    guard !(names.contains(location.range) && names.contains(first)) else { return }
    log.report(.sharedLocation(location, first: first))
  }
}
