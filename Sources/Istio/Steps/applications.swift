internal import MeshModel
internal import MeshNames
internal import Planning

extension ClusterScope {
  /// Takes the application namespaces into the mesh.
  ///
  /// Pods that run there are part of it from their next start.
  var applicationsStep: Step? {
    guard !applicationNamespaces.isEmpty else { return nil }
    return Step(
      step(.traffic), in: cluster.name, .traffic, "Take the application namespaces into the mesh",
      .apply(applicationNamespaces), after: [meshStepID])
  }

  /// Takes them out again.
  ///
  /// They were there before the mesh, or hold what outlives it, so they are not removed.
  var applicationsRemoval: Removal? {
    let names = (topology.namespaces[cluster.name] ?? []).map(\.description)
    guard !names.isEmpty else { return nil }
    let labels = meshLabels.keys.sorted().map { "\($0)-" }
    return Removal(
      cluster.name, "Take the application namespaces out of the mesh",
      [Command(Command.kubectl(in: context, "label", "namespace").words + names + labels)])
  }
}
