internal import Diagnostics
package import MeshModel
package import MeshNames
internal import PeerMeshes

/// A name by which clients of a mesh call services of its peers.
package struct ImportedService: Sendable {
  package let mesh: DiscoveryMesh
  package let name: ServiceName
  package let namespace: NamespaceName
  package let host: String
  /// Where it is found, each a mesh.
  package let sources: [Source]

  /// A service of a peer that stands behind the name.
  package struct Source: Sendable {
    package let exporter: DiscoveryMesh
    /// What the Service is called in its own cluster.
    package let name: ServiceName
    package let namespace: NamespaceName
    package let ports: [ServiceExport.Port]
    package let serviceAccount: String?
    package let locality: Locality?

    /// Whom the service shows itself as, where the topology says so.
    package var identity: String? {
      serviceAccount.map { "spiffe://\(exporter.trustDomain)/ns/\(namespace)/sa/\($0)" }
    }
  }

  /// Whether it has a name that services of one's own have.
  package var isLocal: Bool { host.hasSuffix(".\(mesh.clusterDomain.suffix)") }

  /// The ports, where the topology says them of one source: Istio asks a gateway for a name and a port, and it is the same
  /// on both sides.
  package var ports: [ServiceExport.Port] { sources.map(\.ports).first { !$0.isEmpty } ?? [] }

  /// Everything that may answer; empty where somebody may of whom nothing is said.
  package var identities: [String] {
    let known = sources.compactMap(\.identity)
    return known.count == sources.count ? known : []
  }

  /// What is behind the name besides the hosts' domain, for labels.
  var domain: String { String(host.dropFirst("\(name).\(namespace).".count)) }
}

/// The names that a mesh has for services of peers, in the order in which they are first taken.
func importedServices(
  of mesh: DiscoveryMesh, _ sources: [DiscoveredService], _ meshes: [DiscoveryMesh]
) -> [ImportedService] {
  let own = sources.filter { $0.importer == mesh.name }
  var known: Set<String> = []
  return own.filter { known.insert($0.host).inserted }.map { first in
    ImportedService(
      mesh: mesh, name: first.importRule.localName ?? first.name,
      namespace: first.importRule.localNamespace ?? first.namespace, host: first.host,
      sources: own.filter { $0.host == first.host }.compactMap { ImportedService.Source($0, among: meshes) })
  }
}

extension ImportedService.Source {
  fileprivate init?(_ service: DiscoveredService, among meshes: [DiscoveryMesh]) {
    guard let exporter = meshes.first(where: { $0.name == service.exporter }) else { return nil }
    self.init(
      exporter: exporter, name: service.name, namespace: service.namespace, ports: service.exportRule.ports,
      serviceAccount: service.exportRule.workload?.serviceAccount?.value.description, locality: service.locality)
  }
}
