internal import Diagnostics
internal import MeshNames

/// Each rename leads from a name that is no more to one that there is.
func checkRenames(_ topology: Topology, _ log: inout FindingLog) {
  check(topology.renames.clusters, "cluster", topology.clusters.compactMap(\.name), &log)
  check(topology.renames.networks, "network", topology.networks, &log)
  check(topology.renames.namespaces, "namespace", topology.namespaces.map(\.name), &log)
  check(topology.renames.meshes, "mesh", topology.meshes.compactMap(\.name), &log)
}

private func check<Name>(
  _ renames: [Renames.Rename<Name>], _ kind: String, _ names: [Located<Name>], _ log: inout FindingLog
) {
  for rename in renames {
    if let name = names.first(where: { $0.value == rename.from.value }) {
      log.report(.stillThere(rename.from, kind, name.range))
    } else if !names.contains(where: { $0.value == rename.to.value }) {
      log.report(.renamedToNothing(rename.to, kind, names.map(\.value.description)))
    }
  }
}
