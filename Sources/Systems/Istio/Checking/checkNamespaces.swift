internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Nothing else lives in the namespaces that the plan makes for one purpose: they are removed with it.
///
/// - Parameters:
///   - topology: The topology.
///   - reserved: The namespaces of the installer, and what each of them is for.
///   - log: Takes what is wrong.
func checkNamespaces(
  _ topology: Topology, reserved: KeyValuePairs<String, String>, _ log: inout FindingLog
) {
  let system = topology.controlPlane?.namespace
  for (namespace, owner) in reserved {
    for other in [system, topology.verification?.namespace].compactMap({ $0 }) + topology.namespaces.map(\.name)
    where other.value.description == namespace {
      log.report(.sharedNamespace(other, with: owner, owner: nil))
    }
  }
  let owner = system?.value.description ?? topology.standardNamespace
  let others = [topology.verification?.namespace].compactMap { $0 } + topology.namespaces.map(\.name)
  for other in others where other.value.description == owner {
    log.report(.sharedNamespace(other, with: "the control plane", owner: system?.range))
  }
  checkSample(topology, &log)
  checkGatewayNamespaces(topology, reserved: reserved, &log)
}

/// A gateway may live in the control plane's namespace, or in one of its own.
private func checkGatewayNamespaces(
  _ topology: Topology, reserved: KeyValuePairs<String, String>, _ log: inout FindingLog
) {
  for cluster in topology.clusters {
    guard let namespace = cluster.gateway?.namespace else { continue }
    let name = namespace.value.description
    if let owner = reserved.first(where: { $0.key == name }) {
      log.report(.sharedNamespace(namespace, with: owner.value, owner: nil))
    } else if name == topology.verification?.namespace?.value.description ?? "sample" {
      log.report(
        .sharedNamespace(namespace, with: "the sample workload", owner: topology.verification?.namespace?.range))
    } else if !namespace.value.isOfKubernetes,
      let application = topology.namespaces.first(where: { $0.name.value == namespace.value })
    {
      log.report(.sharedNamespace(namespace, with: "applications", owner: application.name.range))
    } else if topology.isExternal,
      name == topology.controlPlane?.namespace?.value.description ?? topology.standardNamespace
    {
      log.report(
        .sharedNamespace(namespace, with: "the mesh's control plane", owner: topology.controlPlane?.namespace?.range))
    }
  }
}

/// The sample is removed with its namespace, so nothing else may live there.
private func checkSample(_ topology: Topology, _ log: inout FindingLog) {
  let sample = topology.verification?.namespace?.value.description ?? "sample"
  for namespace in topology.namespaces.map(\.name) where namespace.value.description == sample {
    log.report(
      .sharedNamespace(namespace, with: "the sample workload", owner: topology.verification?.namespace?.range))
  }
}
