package import Diagnostics

/// Reports every mistake that shows when the clusters of a topology are looked at side by side.
///
/// Each check is a function of the topology alone. A check leaves out what could not be read: that has a finding.
package func checkMesh(_ topology: Topology, into log: inout FindingLog) {
  checkClusterNames(topology, &log)
  checkClusterCount(topology, &log)
  checkNetworks(topology, &log)
  checkAddressRanges(topology, &log)
  checkAPIServers(topology, &log)
  checkContexts(topology, &log)
  checkLocations(topology, &log)
  checkRoles(topology, &log)
  checkGateways(topology, &log)
  checkGatewayAddresses(topology, &log)
  checkGatewaySettings(topology, &log)
  checkGatewayPorts(topology, &log)
  checkNodeAddresses(topology, &log)
  checkGatewayViews(topology, &log)
  checkAddressFamilies(topology, &log)
  checkLoadBalancers(topology, &log)
  checkRegions(topology, &log)
  checkOpenGateways(topology, &log)
  if topology.meshes.isEmpty { checkAuthorities(topology, AuthorityHierarchy(of: topology), &log) }
  checkNamespaces(topology, &log)
  checkServices(topology, &log)
  checkRoutes(topology, &log)
  checkMutualTLS(topology, &log)
  checkPatches(topology, &log)
  checkTrustDomain(topology, &log)
  checkMigration(topology, &log)
  checkRenames(topology, &log)
}
