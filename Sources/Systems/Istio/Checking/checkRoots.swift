internal import Diagnostics
internal import MeshModel
internal import YAMLReading

/// One root for all clusters; a second one is trusted only by sidecars, and only if istiod is told to hand it out.
func checkRoots(_ topology: Topology, _ log: inout FindingLog) {
  let isAmbient = topology.controlPlane?.dataPlane?.value == .ambient
  for cluster in topology.clusters {
    let roots = topology.value("meshConfig.caCertificates", for: cluster)
    let option = topology.value("pilot.env.ISTIO_MULTIROOT_MESH", for: cluster)
    let isAsked = option?.text == "true"
    if isAmbient, let place = roots ?? (isAsked ? option : nil) {
      log.reportOnce(.rootsOfAmbient(at: place.range, dataPlane: topology.controlPlane?.dataPlane?.range))
    } else if let roots, !isAsked {
      log.reportOnce(.rootsNotTrusted(at: roots.range, option: option?.range, in: cluster))
    }
  }
}
