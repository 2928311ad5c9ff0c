package import MeshModel
package import MeshNames
package import Planning

/// One cluster of a mesh of old, and all that its objects and steps are derived from.
package struct LegacyCluster: Sendable {
  package let topology: CheckedTopology
  package let version: Version
  package let cluster: CheckedCluster
  /// The cluster's place in the topology, from 0.
  package let index: Int

  package init(_ topology: CheckedTopology, _ version: Version, index: Int) {
    self.topology = topology
    self.version = version
    self.index = index
    cluster = topology.clusters[index]
  }

  package var name: ClusterName { cluster.name }
  package var context: ContextName { cluster.context }
  package var system: NamespaceName { topology.controlPlaneNamespace }

  package func step(_ phase: Phase, _ detail: String? = nil) -> StepID { StepID(name, phase, detail) }

  /// A command of kubectl in the control plane's namespace.
  package func kubectl(_ arguments: String...) -> Command { kubectl(in: system, arguments) }

  /// A command of kubectl in a namespace.
  package func kubectl(in namespace: NamespaceName, _ arguments: [String]) -> Command {
    Command(Command.kubectl(in: context, "--namespace", namespace.description).words + arguments)
  }

  /// Whether the release is one of today's, whose proxies answer for names by themselves.
  package var isToday: Bool { version >= LegacyRelease.today }

  /// A path below the cluster's folder, as commands that run in the output's folder name it.
  package func path(_ parts: String...) -> String { (["clusters", name.description] + parts).joined(separator: "/") }

  /// The cluster's name as part of a shell variable's, which must not begin with a digit.
  package var variable: String {
    let letters = name.description.uppercased().map { $0 == "-" ? "_" : $0 }
    return (letters.first?.isNumber == true ? "_" : "") + String(letters)
  }
}
