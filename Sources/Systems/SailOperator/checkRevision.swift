package import Diagnostics
package import MeshModel
internal import MeshNames

/// The name of a control plane is one that the operator can install, and tags are there from its first release on.
package func checkRevision(_ topology: Topology, _ options: SailOptions, _ log: inout FindingLog) {
  if let revision = topology.controlPlane?.revision, revision.value.description.count > options.longestName {
    let misfit = Misfit(
      "is \(revision.value.description.count) characters long",
      expected: "at most \(options.longestName), so that the operator can install `…-istiod`")
    log.report(.misfit(revision.value.description, for: "controlPlane.revision", misfit, at: revision.range))
  }
  let releases = topology.clusters.compactMap { options.settings(for: $0.name?.value).release }
  if let tag = topology.controlPlane?.revisionTags.first, releases.contains(where: { $0.value.major < 1 }) {
    log.report(.notSupportedYet("a tag by an operator before 1.0", at: tag.range, help: "it has no `IstioRevisionTag`"))
  }
}
