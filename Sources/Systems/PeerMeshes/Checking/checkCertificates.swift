package import Diagnostics
package import MeshModel

/// The authorities of each mesh, whose root is its own.
package func checkCertificates(_ topology: Topology, _ log: inout FindingLog) {
  for hierarchy in topology.meshes.compactMap(topology.hierarchy) { checkAuthorities(topology, hierarchy, &log) }
  guard let delivery = topology.deliveryByOthers else { return }
  log.report(
    .notSupportedYet(
      "a `delivery` of certificates other than `manual` in this mode", at: delivery.range,
      help: "leave it out: a step makes the Secrets from the folder of issued certificates"))
}
