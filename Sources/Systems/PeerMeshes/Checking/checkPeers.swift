package import Diagnostics
package import MeshModel
internal import MeshNames

/// Peers are meshes that there are, two and two, and everyone has one.
package func checkPeers(_ topology: Topology, _ log: inout FindingLog) {
  guard case .pairs(let pairs) = topology.peers else { return }
  var known: [Set<MeshName>: SourceRange] = [:]
  for pair in pairs {
    let names = Set([pair.first.value, pair.second.value])
    for name in [pair.first, pair.second] where topology.mesh(name.value) == nil {
      log.report(.unknownMesh(name, topology.meshes))
    }
    if names.count == 1 { log.report(.ownPeer(pair)) }
    if let first = known[names] { log.report(.repeatedPair(pair, first: first)) }
    known[names] = known[names] ?? pair.first.range
  }
  // A name that is no mesh's may be that of a mesh which seems to be alone.
  guard pairs.allSatisfy({ topology.mesh($0.first.value) != nil && topology.mesh($0.second.value) != nil }) else {
    return
  }
  let joined = Set(known.keys.joined())
  for mesh in topology.meshes {
    if let name = mesh.name, !joined.contains(name.value) { log.report(.lonelyMesh(mesh)) }
  }
}
