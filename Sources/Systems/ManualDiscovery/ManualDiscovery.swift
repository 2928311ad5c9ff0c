internal import Diagnostics
package import MeshModel
package import MeshNames
internal import PeerMeshes

/// What meshes have of each other's services, as objects of Istio's own: no control plane reads another cluster.
///
/// The exporter's gateway passes TLS on by the name that clients ask for; the importer has a ServiceEntry for the name
/// and a WorkloadEntry that stands for the exporter's network, whose address istiod takes from a Gateway of the class
/// `istio-remote`. Which control plane does it is of no account.
package struct ManualDiscovery: Sendable {
  package let meshes: [DiscoveryMesh]
  /// The services that peers take, by the meshes that have them.
  package let exposed: [ExposedService]
  /// The services of peers, by the meshes that take them.
  package let imported: [ImportedService]
  /// The version of Istio's kinds: `v1`.
  let apiVersion: String

  /// Derives it from a topology; what cannot be is left out, and `checkDiscovery` reports it.
  ///
  /// - Parameters:
  ///   - topology: The topology.
  ///   - apiVersion: The version of Istio's kinds that all control planes serve.
  ///   - takes: Whether the importer has the service by hand; all of them are exposed.
  package init(
    of topology: Topology, apiVersion: String, takes: (ServiceImport.Rule) -> Bool = { _ in true }
  ) {
    let meshes = topology.meshes.compactMap { DiscoveryMesh($0, in: topology) }
    let sources = topology.discoveredServices.compactMap(\.service)
    let taken = sources.filter { takes($0.importRule) }
    exposed = meshes.flatMap { exposedServices(of: $0, sources) }
    imported = meshes.flatMap { importedServices(of: $0, taken, meshes) }
    self.meshes = meshes
    self.apiVersion = apiVersion
  }

  /// The services of a mesh that peers take.
  package func exposed(by mesh: MeshName) -> [ExposedService] { exposed.filter { $0.mesh.name == mesh } }

  /// The services of peers that a mesh takes.
  package func imported(into mesh: MeshName) -> [ImportedService] { imported.filter { $0.mesh.name == mesh } }

  /// The meshes that a mesh takes services of, in the order of the topology.
  package func exporters(to mesh: MeshName) -> [DiscoveryMesh] {
    let names = Set(imported(into: mesh).flatMap(\.sources).map(\.exporter.name))
    return meshes.filter { names.contains($0.name) }
  }

  /// The namespace of the gateways that peers come in by; it is no application's and no control plane's.
  package static var gatewayNamespace: String { "istio-ingress" }

  /// The name of these gateways.
  package static var gatewayName: String { "eastwestgateway" }

  /// What istiod calls the Deployment and the Service that it makes from such a gateway (istio/istio,
  /// pilot/pkg/config/kube/gateway/deploymentcontroller.go).
  package static var gatewayWorkload: String { "\(gatewayName)-istio" }
}
