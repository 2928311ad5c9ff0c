package import Diagnostics
package import MeshModel
internal import MeshNames

/// A namespace of applications is in one mesh of its cluster, and no control plane's own.
package func checkMembers(_ topology: Topology, _ log: inout FindingLog) {
  for (_, meshes) in topology.meshesByCluster {
    var seats: [NamespaceName: SourceRange] = [:]
    for system in meshes.compactMap(\.systemNamespace) { seats[system.value] = seats[system.value] ?? system.range }
    var known: [NamespaceName: SourceRange] = [:]
    for member in meshes.flatMap(\.members) {
      if let seat = seats[member.value] {
        log.report(.misplacedMember(member, "a control plane is in it", seat))
      } else if member.value.isOfPlatform {
        log.report(.misplacedMember(member, "it is the platform's"))
      } else if let first = known[member.value] {
        log.report(.misplacedMember(member, "it is one already", first))
      }
      known[member.value] = known[member.value] ?? member.range
    }
  }
}
