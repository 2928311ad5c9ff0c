package import Diagnostics
package import MeshModel

/// Reports everything that can be wrong with a mesh of today's Istio, whoever installs it.
///
/// - Parameters:
///   - topology: The topology.
///   - options: What was read of it; `nil` where that has findings of its own.
///   - reserved: The namespaces of the installer, and what each of them is for.
///   - log: Takes what is wrong.
package func checkIstio(
  _ topology: Topology, _ options: IstioOptions?, reserved: KeyValuePairs<String, String>, _ log: inout FindingLog
) {
  checkExternalMode(topology, &log)
  checkNamespaces(topology, reserved: reserved, &log)
  checkNamespacePlaces(topology, &log)
  checkControlPlaneAddresses(topology, &log)
  checkDataPlanes(topology, &log)
  checkScopes(topology, &log)
  checkPlainText(topology, &log)
  checkRoots(topology, &log)
  checkFailover(topology, &log)
  checkInjectionAddresses(topology, &log)
  checkInjectedPlatforms(topology, &log)
  checkSigners(topology, &log)
  checkMeshNetworks(topology, &log)
  checkVisibility(topology, &log)
  checkSharing(topology, &log)
  checkVariables(topology, &log)
  checkSwitches(topology, &log)
  checkHosts(topology, &log)
  guard let options else { return }
  checkAmbient(topology, options.version, &log)
  checkRevisions(topology, options, &log)
  checkRemoteAccess(topology, options.version, &log)
  checkFaults(topology, options, &log)
  checkPlaces(topology, options, &log)
  checkImages(topology, options, &log)
}
