internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

extension Plan {
  /// What requests between clusters rest on.
  var dataPath: Set<DataPathLink> {
    let byCluster = Dictionary(grouping: resources, by: \.cluster)
    return clusters.reduce(into: []) { links, cluster in
      let configuration = cluster.primary.flatMap { byCluster[$0] } ?? []
      let path = DataPath(
        cluster.name, (byCluster[cluster.name] ?? []).map(\.resource), configuredBy: configuration.map(\.resource))
      links.formUnion(path.links)
    }
  }
}

extension Patch {
  /// Reports what of the data path a patch has taken away.
  func report(from old: Set<DataPathLink>, to new: Set<DataPathLink>, into log: inout FindingLog) {
    let lost = old.subtracting(new).filter { link in !new.contains { link.isKept(by: $0) } }
    let losses = Set(lost.map(\.loss)).sorted()
    guard let first = losses.first else { return }
    log.reportOnce(.brokenDataPath(first, among: losses.count, at: merge.lastLoneKey))
  }
}

extension Node.Mapping {
  /// The place of the key that a patch is about: the last one that stands alone on the way to what is changed.
  var lastLoneKey: SourceRange {
    guard let entry = entries.first else { return range }
    guard entries.count == 1, case .mapping(let inner) = entry.value, !inner.entries.isEmpty else {
      return entry.key.range
    }
    return inner.lastLoneKey
  }
}
