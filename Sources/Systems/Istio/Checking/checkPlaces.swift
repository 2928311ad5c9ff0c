internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases
internal import YAMLReading

/// Charts and images come from places that have them.
func checkPlaces(_ topology: Topology, _ options: IstioOptions, _ log: inout FindingLog) {
  let distribution = topology.distribution
  let written = [
    distribution?.charts.map { Located($0.value.description, at: $0.range) },
    distribution?.hub.map { Located($0.value.description, at: $0.range) },
    hubAmongValues(of: topology),
  ]
  for place in written.compactMap({ $0 }) {
    guard let retired = UpstreamHosts.successor(of: place.value) else { continue }
    let isGone = options.version >= UpstreamHosts.firstElsewhere
    log.report(isGone ? .nothingThere(place, retired, options.build) : .retiredPlace(place, retired))
  }
}

/// What `distribution.hub` would say better.
private func hubAmongValues(of topology: Topology) -> Located<String>? {
  guard let node = topology.firstValue("global.hub")?.node, let text = node.text else { return nil }
  return Located(text, at: node.range)
}
