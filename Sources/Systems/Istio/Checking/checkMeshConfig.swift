internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Proxies send mutual TLS by themselves, or gateways between networks have nothing to route by.
func checkPlainText(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.networks.count > 1, let value = topology.firstValue("meshConfig.enableAutoMtls"),
    value.node.text == "false"
  else { return }
  log.report(
    .plaintextAcrossNetworks(
      at: value.node.range, networks: topology.networks, help: "leave it out: proxies send mutual TLS by themselves"))
}

/// Endpoints of other networks are gateways, and have none of their workloads' labels.
func checkFailover(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.networks.count > 1,
    let value = topology.firstValue("meshConfig.localityLbSetting.failoverPriority")
  else { return }
  log.report(.failoverByLabels(at: value.node.range, networks: topology.networks))
}

/// In an ambient mesh, a service stays in its cluster unless something says that it is everybody's.
func checkScopes(_ topology: Topology, _ log: inout FindingLog) {
  guard let dataPlane = topology.controlPlane?.dataPlane, dataPlane.value == .ambient,
    topology.sharing == nil, let namespace = topology.namespaces.first,
    topology.firstValue("meshConfig.serviceScopeConfigs") == nil
  else { return }
  log.report(.localServices(of: namespace, dataPlane: dataPlane))
}
