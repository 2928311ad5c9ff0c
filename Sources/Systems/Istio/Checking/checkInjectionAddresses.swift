internal import Diagnostics
internal import MeshModel
internal import YAMLReading

/// A remote's webhook leads to its primary by a Service, and by nothing else.
func checkInjectionAddresses(_ topology: Topology, _ log: inout FindingLog) {
  for remote in topology.remotes {
    for key in ["istiodRemote.injectionURL", "pilot.istiodRemote.injectionURL", "sidecarInjectorWebhook.injectionURL"] {
      if let address = topology.value(key, for: remote) {
        log.reportOnce(.injectionURL(key, at: address.range, of: remote))
      }
    }
  }
}
