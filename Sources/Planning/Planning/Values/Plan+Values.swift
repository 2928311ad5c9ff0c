package import Diagnostics
internal import Manifests
package import MeshModel
internal import MeshNames
internal import YAMLReading
internal import YAMLWriting

extension Plan {
  /// The plan with Istio's own values of a topology laid under what is derived from it.
  ///
  /// - Parameters:
  ///   - topology: The topology.
  ///   - log: Takes what no object has a place for, and what contradicts a derived value.
  /// - Returns: The plan, in whose slots the values are.
  package func mergingValues(of topology: Topology, into log: inout FindingLog) -> Plan {
    let clusters = Dictionary(topology.clusters.compactMap { cluster in cluster.name.map { ($0.value, cluster) } }) {
      first, _ in first
    }
    guard topology.values != nil || clusters.values.contains(where: { $0.values != nil }) else { return self }
    checkValues(of: topology, into: &log)
    var contradictions = Contradictions(topology: topology, log: log)
    func laying(values slot: ValuesSlot?, under content: YAMLValue) -> YAMLValue {
      guard let slot, let cluster = clusters[slot.cluster] else { return content }
      let values = [topology.values, cluster.values].compactMap { $0?.mapping }
      contradictions.check(values, against: content, slot, of: cluster)
      return content.laying(values, into: slot)
    }
    let plan = changingResources { name, resource in
      resource.replacingContent(by: laying(values: slot(of: resource, in: name), under: resource.content))
    }.changingReleases { $0.with(laying(values: slot(of: $0), under: $0.values)) }
    log = contradictions.log
    return plan
  }

  /// Where an object takes values; `nil` where it takes none.
  func slot(of resource: Resource, in cluster: ClusterName) -> ValuesSlot? {
    slots.first { $0.cluster == cluster && $0.kind == resource.kind && $0.name == resource.name }
  }

  private func slot(of release: ChartRelease) -> ValuesSlot? {
    slots.first {
      $0.cluster == release.cluster && $0.kind == ValuesSlot.releaseKind && $0.name == release.name
    }
  }

  /// Reports what is no value of Istio's, or of the wrong type.
  private func checkValues(of topology: Topology, into log: inout FindingLog) {
    func check(_ values: Values?, in slots: [ValuesSlot]) {
      guard let values, let first = slots.first else { return }
      var check = ValueCheck(log: log)
      let shape = slots.dropFirst().reduce(first.shape) { $0.joined(with: $1.shape) }
      check.check(values.mapping, is: shape, at: values.path)
      log = check.log
    }
    check(topology.values, in: slots)
    for cluster in topology.clusters { check(cluster.values, in: slots.filter { $0.cluster == cluster.name?.value }) }
  }
}

extension YAMLValue {
  /// This content with values under those that it has.
  fileprivate func laying(_ values: [Node.Mapping], into slot: ValuesSlot) -> YAMLValue {
    let known = values.compactMap { YAMLValue(.mapping($0), as: slot.shape) }
    guard let first = known.first else { return self }
    let said = known.dropFirst().reduce(first) { $0.merging($1) }
    let laid = merging(slot.placing(said)).merging(self)
    return slot.sets(in: said).reduce(laid) { $0.joining($1, of: self) }
  }

  /// The value with the items of a list that it had before in front of others.
  private func joining(_ set: (path: [String], items: [YAMLValue]), of other: YAMLValue) -> YAMLValue {
    guard case .sequence(let own)? = other[path: set.path] else { return self }
    return merging(YAMLValue(.sequence(own + set.items.filter { !own.contains($0) }), at: set.path))
  }
}

extension Resource {
  /// The object with another content.
  func replacingContent(by content: YAMLValue) -> Resource {
    Resource(apiVersion, kind, name, in: namespace, labels: labels, annotations: annotations, content)
  }
}
