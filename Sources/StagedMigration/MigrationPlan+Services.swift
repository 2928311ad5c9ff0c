internal import ManualDiscovery
internal import MeshModel
internal import MeshNames

extension MigrationPlan {
  static func services(of topology: Topology) -> [Service] {
    ManualDiscovery(of: topology, apiVersion: "v1").imported.map { service in
      Service(
        importer: "\(service.mesh.name)", host: service.host,
        sources: service.sources.map { "`\($0.name).\($0.namespace)` of \($0.exporter.name)" })
    }
  }
}
