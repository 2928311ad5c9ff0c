internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Nothing else lives in the control plane's namespace.
func checkNamespaces(_ topology: Topology, _ log: inout FindingLog) {
  let written = topology.controlPlane?.namespace
  let system = written?.value.description ?? topology.standardNamespace
  let others = [topology.verification?.namespace].compactMap { $0 } + topology.namespaces.map(\.name)
  for namespace in others + topology.clusters.flatMap({ $0.injection?.namespaces ?? [] })
  where namespace.value.description == system {
    log.report(.occupiedNamespace(namespace, owner: written?.range))
  }
}
