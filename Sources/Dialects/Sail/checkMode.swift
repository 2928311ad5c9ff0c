internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// What the topology asks for is what is planned here.
func checkMode(_ topology: Topology, _ log: inout FindingLog) {
  if let mode = topology.controlPlane?.mode, ![.multiPrimary, .primaryRemote].contains(mode.value) {
    log.report(
      .notSupportedYet(
        "`mode: \(mode.value.rawValue)`", at: mode.range,
        help: "for `sail`, `multi-primary` and `primary-remote` are supported"))
  }
}

/// Nothing else lives in the namespaces that the plan makes for one purpose: they are removed with it.
func checkNamespaces(_ topology: Topology, _ log: inout FindingLog) {
  let system = topology.controlPlane?.namespace
  for (namespace, owner) in [
    ("istio-cni", "the CNI plug-in"), ("ztunnel", "the ambient proxies"), ("sail-operator", "the operator"),
  ] {
    for other in [system, topology.verification?.namespace].compactMap({ $0 })
    where other.value.description == namespace {
      log.report(.sharedNamespace(other, with: owner, owner: nil))
    }
  }
  guard let sample = topology.verification?.namespace else { return }
  if let system, system.value == sample.value {
    log.report(.sharedNamespace(sample, with: "the control plane", owner: system.range))
  } else if system == nil, sample.value.description == "istio-system" {
    log.report(.sharedNamespace(sample, with: "the control plane", owner: nil))
  }
}
