internal import MeshModel
package import MeshNames
package import Planning

/// What is taken down alike in both modes.
extension LegacyCluster {
  package func applicationsRemoval(of injected: Set<NamespaceName>) -> Removal? {
    let names = injected.map(\.description).sorted()
    guard !names.isEmpty else { return nil }
    return remove(
      "Take the application namespaces out of the mesh",
      [Command(Command.kubectl(in: context, "label", "namespace").words + names + ["istio-injection-"])])
  }

  package var namespaceRemoval: Removal? {
    remove("Remove the control plane's namespace", [delete("namespace/\(system)")])
  }

  package func remove(_ description: String, _ commands: [Command]) -> Removal {
    Removal(name, description, commands)
  }

  package func delete(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "delete", "--ignore-not-found").words + arguments)
  }
}
