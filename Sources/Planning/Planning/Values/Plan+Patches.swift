package import Diagnostics
internal import Manifests
package import MeshModel
internal import MeshNames
internal import YAMLReading
internal import YAMLWriting

extension Plan {
  /// The plan with a topology's patches laid over its objects.
  ///
  /// - Parameters:
  ///   - topology: The topology.
  ///   - log: Takes patches that match nothing, and those that touch what the plan's order rests on.
  /// - Returns: The plan, with its objects patched in the order of the patches.
  package func applyingPatches(of topology: Topology, into log: inout FindingLog) -> Plan {
    topology.patches.reduce(self) { plan, patch in plan.applying(patch, of: topology, into: &log) }
  }

  private func applying(_ patch: Patch, of topology: Topology, into log: inout FindingLog) -> Plan {
    if let cluster = patch.cluster, !clusters.contains(where: { $0.name == cluster.value }) { return self }
    guard resources.contains(where: { patch.matches($0.resource, in: $0.cluster) }) else {
      log.report(.unmatchedPatch(patch, in: resources.map { ($0.cluster, $0.resource.kind, $0.resource.name) }))
      return self
    }
    var patching = Patching(topology: topology, log: log)
    let plan = changingResources { cluster, resource in
      guard patch.matches(resource, in: cluster) else { return resource }
      return patching.apply(patch.merge, to: resource, in: cluster, slot(of: resource, in: cluster))
    }
    let isRefused = patching.log.findings.count > log.findings.count && patching.log.hasErrors
    log = patching.log
    if !isRefused {
      patch.report(from: dataPath, to: plan.dataPath, into: &log)
      for fault in plan.faults(of: patch.kind.value).subtracting(faults(of: patch.kind.value)).sorted() {
        log.reportOnce(.faultyObject(fault, at: patch.merge.lastLoneKey))
      }
    }
    return plan
  }
}

extension Patch {
  fileprivate func matches(_ resource: Resource, in cluster: ClusterName) -> Bool {
    resource.kind == kind.value.description && resource.name == name.value.description
      && (self.cluster.map { $0.value == cluster } ?? true)
  }
}
