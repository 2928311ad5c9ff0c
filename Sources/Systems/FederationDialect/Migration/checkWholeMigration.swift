package import Diagnostics
internal import ManualDiscovery
package import MeshModel

/// Reports what stands in the way of a federation that is not on its way yet, and what will be lost on it.
///
/// - Parameters:
///   - topology: A topology with which nothing is wrong.
///   - log: Where findings go.
package func checkWholeMigration(_ topology: Topology, into log: inout FindingLog) {
  checkWay(topology, &log)
  checkIdentities(topology, &log)
  checkDiscovery(topology, &log)
}
