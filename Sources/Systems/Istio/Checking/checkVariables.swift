internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Variables have no schema: a misspelt one is set, and nothing ever reads it.
func checkVariables(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    for entry in topology.valueEntries("pilot.env", for: cluster) where !isRead(entry.key.text) {
      log.reportOnce(.unknownVariable(entry.key, "pilot.env", reader: "istiod", among: IstioVariables.all))
    }
    checkAmbientSwitch(topology, cluster, &log)
    let path = "meshConfig.defaultConfig.proxyMetadata"
    for entry in topology.valueEntries(path, for: cluster) where !isRead(entry.key.text) {
      let known = IstioVariables.all.union(IstioVariables.metadata)
      // Metadata may have any name; one that is nearly a known one is meant to be that.
      guard !entry.key.text.hasPrefix("ISTIO_META_") || nearest(to: entry.key.text, among: known) != nil else {
        continue
      }
      log.reportOnce(.unknownVariable(entry.key, path, reader: "a proxy", among: known))
    }
  }
}

/// istiod looks at what is said of ambient networks only where it serves ambient pods (istio/istio 1.30.3,
/// pilot/pkg/features/ambient.go).
private func checkAmbientSwitch(_ topology: Topology, _ cluster: Cluster, _ log: inout FindingLog) {
  guard topology.controlPlane?.dataPlane?.value != .ambient,
    topology.value("pilot.env.PILOT_ENABLE_AMBIENT", for: cluster)?.text != "true",
    let value = topology.value("pilot.env.AMBIENT_ENABLE_MULTI_NETWORK", for: cluster), value.text == "true"
  else { return }
  log.reportOnce(.idleVariable("pilot.env.AMBIENT_ENABLE_MULTI_NETWORK", at: value.range))
}

private func isRead(_ name: String) -> Bool {
  IstioVariables.all.contains(name) || IstioVariables.metadata.contains(name) || IstioVariables.isForeign(name)
}
