internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Pods are bound to revisions and tags that there are.
func checkRevisions(_ topology: Topology, _ options: IstioOptions, _ log: inout FindingLog) {
  let tags = topology.controlPlane?.revisionTags ?? []
  for (index, tag) in tags.enumerated() {
    if tag.value.description == options.revision {
      log.report(.tagIsRevision(tag, revision: topology.controlPlane?.revision?.range))
    } else if let first = tags[..<index].first(where: { $0.value == tag.value }) {
      log.report(.repeatedTag(tag, first: first.range))
    }
  }
  let known = [options.revision] + tags.map(\.value.description)
  for revision in topology.namespaces.compactMap(\.revision) where !known.contains(revision.value.description) {
    log.report(.unknownRevision(revision, known: known))
  }
}

/// All namespaces have the data plane of the mesh.
func checkDataPlanes(_ topology: Topology, _ log: inout FindingLog) {
  let standard = topology.controlPlane?.dataPlane?.value ?? .sidecar
  for dataPlane in topology.namespaces.compactMap(\.dataPlane) where dataPlane.value != standard {
    log.report(.mixedDataPlanes(dataPlane, mesh: standard, at: topology.controlPlane?.dataPlane?.range))
  }
}
