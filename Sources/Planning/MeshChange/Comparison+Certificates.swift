internal import YAMLWriting

extension Comparison {
  /// What the certificate plans tell.
  var certificateJudgements: [Judgement] {
    let paths = Set(old.certificates.keys).union(new.certificates.keys).sorted()
    return paths.flatMap { path -> [Judgement] in found(at: path) }.map { judgement in
      var judgement = judgement
      judgement.places = placesOfCertificates(in: judgement.cluster)
      return judgement
    }
  }

  private func found(at path: String) -> [Judgement] {
    switch (old.certificates[path], new.certificates[path]) {
    case (let before?, let after?): return before == after ? [] : judgements(from: before, to: after)
    // A mesh of its own, with a root of its own, comes and goes as a whole.
    case (nil, _?):
      return old.certificates.isEmpty && !old.clusters.isEmpty ? [Judgement(kind: .rootReplaced, what: path)] : []
    case (_?, nil): return new.certificates.isEmpty ? [Judgement(kind: .rootReplaced, what: path)] : []
    case (nil, nil): return []
    }
  }

  private func judgements(from old: YAMLValue, to new: YAMLValue) -> [Judgement] {
    let (before, after) = (authorities(of: old), authorities(of: new))
    let roots = rootKinds(before, after)
    let both = clustersOfBoth
    let changed = before.keys.sorted().flatMap { id -> [Judgement] in
      guard let was = before[id], let now = after[id] else { return [] }
      let (fields, known) = (was.fields(), now.fields())
      return Set(fields.keys).union(known.keys).filter { fields[$0] != known[$0] }.sorted().compactMap { path in
        guard let kind = authorityKind(path, isRoot: was["issuer"] == .null, fields[path], known[path]) else {
          return nil
        }
        return Judgement(
          kind: kind, what: "authority \(was["cluster"]?.text == nil ? id : "of the cluster"): \(path)",
          cluster: was["cluster"]?.text, before: fields[path], after: known[path])
      }
    }
    let identity = ["trustDomain", "mesh", "profile"].compactMap { key -> Judgement? in
      guard let was = old[key]?.text, let now = new[key]?.text, was != now else { return nil }
      let kind: ChangeKind = key == "mesh" ? .meshID : key == "profile" ? .rootReplaced : .trustDomain
      return Judgement(kind: kind, what: "certificates: \(key)", before: was, after: now)
    }
    let gone = before.filter { after[$0.key] == nil && $0.value["issuer"] != .null && isOfClusters(both, $0.value) }
    return identity + roots + changed
      + gone.keys.sorted().map { Judgement(kind: .authorityIssuedAnew, what: "authority \($0)") }
  }

  /// Whether some authority has to be issued that was not, or was otherwise.
  var hasAuthoritiesToIssue: Bool {
    new.certificates.contains { path, plan in
      let known = old.certificates[path].map(authorities) ?? [:]
      return authorities(of: plan).contains { known[$0.key] != $0.value }
    }
  }

  private func authorities(of plan: YAMLValue) -> [String: YAMLValue] {
    guard case .sequence(let items)? = plan["authorities"] else { return [:] }
    return Dictionary(items.compactMap { item in item["id"]?.text.map { ($0, item) } }) { first, _ in first }
  }

  private func isOfClusters(_ clusters: Set<String>, _ authority: YAMLValue) -> Bool {
    authority["cluster"]?.text.map(clusters.contains) ?? true
  }

  /// Roots that come beside, or go from beside, one that stays are a rotation.
  private func rootKinds(_ before: [String: YAMLValue], _ after: [String: YAMLValue]) -> [Judgement] {
    let was = Set(before.filter { $0.value["issuer"] == .null }.keys)
    let roots = Set(after.filter { $0.value["issuer"] == .null }.keys)
    guard was != roots else { return [] }
    let kind: ChangeKind = was.isDisjoint(with: roots) ? .rootReplaced : .rotationStep
    return [
      Judgement(
        kind: kind, what: "roots", before: was.sorted().joined(separator: ", "),
        after: roots.sorted().joined(separator: ", "))
    ]
  }

  private func authorityKind(_ path: FieldPath, isRoot: Bool, _ before: String?, _ after: String?) -> ChangeKind? {
    switch path.keys.first {
    case "custody": .words
    case "rotation", "tier": isRoot ? nil : .authorityLifetime
    case "lifetimeDays": isRoot ? .rootLifetime : .authorityLifetime
    case "revocation":
      path.keys.last != "mode"
        ? .authorityLifetime : after == "crl" ? .revocationAdded : before == "crl" ? .revocationDropped : .words
    default: isRoot ? .rootReplaced : .authorityIssuedAnew
    }
  }
}
