internal import Diagnostics
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames

/// The services that meshes take of each other, from the stage on at which there are gateways for them.
struct MigratingServices: Sendable {
  /// All of them: gateways are there before anyone depends on them.
  let all: ManualDiscovery
  /// Those that are found by what is written down.
  let manual: ManualDiscovery

  /// What every object says that it is part of.
  let mesh: MeshID

  init?(of topology: Topology) {
    guard let stage = topology.migration?.stage?.value, stage > .prepare, let name = topology.name?.value,
      let mesh = try? MeshID(parsing: name.description)
    else { return nil }
    self.mesh = mesh
    // Istio 1.20, which 2.6 is made from, serves no `v1`.
    all = ManualDiscovery(of: topology, apiVersion: "v1beta1")
    manual = ManualDiscovery(of: topology, apiVersion: "v1beta1") { $0.discovery?.value == .manual }
  }
}
