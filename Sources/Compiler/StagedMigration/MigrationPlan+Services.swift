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

  /// Applying the older topology does not undo what commands have patched.
  static func returns(of topology: Topology) -> [Command] {
    let discovery = ManualDiscovery(of: topology, apiVersion: "v1")
    let patch =
      #"--patch={"spec":{"techPreview":{"gatewayAPI":{"enabled":true}},"#
      + #""runtime":{"components":{"pilot":{"container":{"env":{"PILOT_ENABLE_GATEWAY_API":null}}}}}}}"#
    let gateways = discovery.meshes.filter { !discovery.exposed(by: $0.name).isEmpty }.map {
      $0.kubectl(in: $0.namespace, "patch", "servicemeshcontrolplanes.maistra.io/\($0.name)", "--type=merge", patch)
    }
    let workloads = discovery.meshes.flatMap { mesh in
      mesh.members.flatMap { member in
        [
          Command.kubectl(
            in: mesh.context, "label", "namespace", member.description, "istio.io/rev-", "maistra.io/ignore-namespace-"),
          mesh.kubectl(in: member, "rollout", "restart", "deployments,statefulsets,daemonsets"),
        ]
      }
    }
    return gateways + workloads
  }
}
