internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// The services as one cluster sees them.
extension LegacyCluster {
  /// The services whose pods are here.
  var ownServices: [Service] { topology.services.filter { $0.clusters.contains { $0.value == name } } }

  /// The services that clients here use under their `.global` name.
  var imports: [Service] { topology.services.filter { $0.global?.importedBy.contains { $0.value == name } ?? false } }

  /// The routes of clients here.
  var routes: [Route] { topology.routes.filter { $0.clusters.contains { $0.value == name } } }

  /// The clusters, other than this one, in which a service's pods are.
  func exporters(of service: Service) -> [ClusterName] { service.clusters.map(\.value).filter { $0 != name } }

  func service(of route: Route) -> Service? {
    topology.services.first { $0.name.value == route.service.value && $0.namespace.value == route.namespace.value }
  }

  /// Whether other clusters import anything from here.
  var isExporter: Bool {
    ownServices.contains { service in service.global?.importedBy.contains { $0.value != name } ?? false }
  }

  /// The namespaces whose pods get proxies: those of services that are here or that are imported, and those listed.
  var injectedNamespaces: Set<NamespaceName> {
    Set((ownServices + imports).map(\.namespace.value) + (topology.namespaces[name] ?? []).map(\.name))
  }

  var plannedCluster: PlannedCluster {
    PlannedCluster(name: name, context: context, network: cluster.network, role: "primary")
  }

  /// A service's name in its own cluster, in full.
  func localName(of service: Service) -> String {
    topology.mesh.clusterDomain.host(service.name.value, in: service.namespace.value)
  }
}
