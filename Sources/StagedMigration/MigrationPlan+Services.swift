internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning

extension MigrationPlan {
  static func services(of topology: Topology) -> [Service] {
    ManualDiscovery(of: topology, apiVersion: "v1").imported.map { service in
      Service(
        importer: "\(service.mesh.name)", host: service.host,
        sources: service.sources.map { "`\($0.name).\($0.namespace)` of \($0.exporter.name)" })
    }
  }

  /// These objects are in no plan, since commands make them.
  static func liveRemovals(
    of topology: Topology, partOf id: MeshID
  ) -> (exposures: [Command], discoveries: [Command]) {
    let discovery = ManualDiscovery(of: topology, apiVersion: "v1")
    return (
      discovery.meshes.compactMap { discovery.liveExposingEntries(of: $0, partOf: id) }.flatMap(\.removal),
      discovery.meshes.compactMap { discovery.liveImportingEntries(of: $0, partOf: id) }.flatMap(\.removal)
    )
  }
}
