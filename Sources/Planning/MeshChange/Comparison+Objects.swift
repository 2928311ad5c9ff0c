internal import Diagnostics
internal import MeshModel
internal import YAMLWriting

extension Comparison {
  /// What objects tell of clusters that are there on both sides.
  var objectJudgements: [Judgement] {
    let both = clustersOfBoth
    let movedNetworks = renames.networks.isEmpty ? [] : [ChangeKind.networkMoved]
    return objects.filter { both.contains($0.object.id.cluster) }.flatMap { change -> [Judgement] in
      kinds(of: change).compactMap { kind, field in
        guard !movedNetworks.contains(kind) else { return nil }
        return judgement(weighed(kind, field, in: change.object), change, field)
      }
    }
  }

  private func judgement(_ kind: ChangeKind, _ change: ObjectChange, _ field: ObjectChange.Field?) -> Judgement {
    let object = change.object
    let name = "\(object.id.kind) \(object.id.name)"
    let isWhole = field == nil || [.objectsApplied, .podsRestart, .trafficRules, .policyAdded].contains(kind)
    return Judgement(
      kind: kind, what: isWhole ? name : "\(name): \(field?.path.description ?? "")", cluster: object.id.cluster,
      before: isWhole ? nil : field?.before, after: isWhole ? nil : field?.after, places: places(of: field, in: object))
  }

  /// A value that meshgen has derived itself is none that somebody has to look up.
  private func weighed(_ kind: ChangeKind, _ field: ObjectChange.Field?, in object: ClusterObject) -> ChangeKind {
    let isAddress = field?.path.keys.last == "caAddress"
    let derived: [ChangeKind: ChangeKind] = [
      .effectNotKnown: .controlPlaneRestarts, .discovery: .trafficRules,
      .rootReplaced: isAddress ? .gatewayAddress : .controlPlaneRestarts,
    ]
    guard let other = derived[kind], object.id.kind != "ServiceMeshControlPlane" else { return kind }
    if old.page != nil, new.page != nil { return values(in: object.id.cluster).isEmpty ? other : kind }
    guard kind != .rootReplaced else { return kind }
    let isUpdated = objects.contains { change in
      change.object.id.cluster == object.id.cluster && change.fields.contains { $0.path.description == "spec.version" }
    }
    return isUpdated || old.charts != new.charts ? .controlPlaneRestarts : kind
  }

  /// The changes of Istio's own values, and of patches, that reach a cluster.
  private func values(in cluster: String) -> [StatementChange] {
    ((unruled[nil] ?? []) + (unruled[cluster] ?? [])).filter { change in
      switch change.path.parts.first {
      case .key("values"), .key("patches"): true
      default: change.path.cluster != nil && change.path.parts.dropFirst(2).first == .key("values")
      }
    }
  }

  /// Where a topology says it: the value itself, or else what has no rule of its own and differs.
  private func places(of field: ObjectChange.Field?, in object: ClusterObject) -> (SourceRange?, SourceRange?) {
    let name = (field?.path.behind("spec", "values") ?? field?.path)?.description
    let cluster = object.id.cluster
    let silent = (unruled[cluster] ?? []) + (unruled[nil] ?? [])
    let exact = silent.first { change in name.map { change.path.description.hasSuffix("values.\($0)") } ?? false }
    return (exact ?? silent.first ?? likely(in: cluster)).map { ($0.before?.place, $0.after?.place) } ?? (nil, nil)
  }

  /// What is said otherwise of a cluster, or of the mesh, where nothing fits better.
  private func likely(in cluster: String?) -> StatementChange? {
    statements.first { $0.path.cluster == cluster } ?? statements.first { $0.path.cluster == nil }
  }

  /// Where the topologies say otherwise what certificates are like.
  func placesOfCertificates(in cluster: String?) -> (SourceRange?, SourceRange?) {
    let change = statements.first { change in
      change.path.parts.contains(.key("certificateAuthority")) && (change.path.cluster ?? cluster) == cluster
    }
    return (change ?? likely(in: cluster)).map { ($0.before?.place, $0.after?.place) } ?? (nil, nil)
  }

  /// What charts tell that no manifest does.
  var chartJudgements: [Judgement] {
    new.charts.sorted { $0.key < $1.key }.compactMap { key, version in
      guard let known = old.charts[key], known != version, let kind = releaseKind(from: known, to: version) else {
        return nil
      }
      let parts = key.split(separator: "/").map(String.init)
      return Judgement(
        kind: kind, what: "chart \(parts.last ?? "")", cluster: parts.first, before: known, after: version)
    }
  }
}
