package import MeshModel
package import MeshNames

/// A service of a mesh that peers take, with the names that these know it by.
package struct ExposedService: Sendable {
  package let mesh: DiscoveryMesh
  package let name: ServiceName
  package let namespace: NamespaceName
  /// The names that the exporter's gateway is asked for, sorted.
  package let hosts: [String]
  package let ports: [ServiceExport.Port]
  package let workload: ServiceExport.Workload?

  /// The name that it has anyway.
  package var ownHost: String { mesh.clusterDomain.host(name, in: namespace) }

  /// The names that it has for peers alone.
  package var foreignHosts: [String] { hosts.filter { $0 != ownHost } }

  /// Whether the topology says all that a ServiceEntry of it needs.
  package var isStated: Bool { !ports.isEmpty && !(workload?.labels.isEmpty ?? true) }
}

/// The services of a mesh that somebody takes, in the order in which they are first taken.
func exposedServices(of mesh: DiscoveryMesh, _ sources: [DiscoveredService]) -> [ExposedService] {
  let own = sources.filter { $0.exporter == mesh.name }
  var known: Set<ServiceKey> = []
  return own.map(\.key).filter { known.insert($0).inserted }.map { key in
    let uses = own.filter { $0.key == key }
    return ExposedService(
      mesh: mesh, name: key.name, namespace: key.namespace, hosts: Set(uses.map(\.host)).sorted(),
      ports: uses.map(\.exportRule.ports).first { !$0.isEmpty } ?? [],
      workload: uses.compactMap(\.exportRule.workload).first)
  }
}
