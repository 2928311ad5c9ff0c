internal import YAMLReading

extension Node.Mapping {
  /// A cluster, with what it does not say itself taken from what all clusters share.
  ///
  /// A cluster's own key wins, mappings are completed key by key, and lists are taken whole. `~` in a value's place does
  /// without what is shared, as in a merge patch (RFC 7396); an empty place is a value that is missing.
  func completed(by shared: Node.Mapping) -> Node.Mapping {
    completed(by: shared.without(rolesUnfit(for: shared)), at: "")
  }

  private func completed(by shared: Node.Mapping, at path: String) -> Node.Mapping {
    let kept = entries.compactMap { entry -> Node.Entry? in
      guard case .mapping(let own) = entry.value else {
        // A key that there is not stays, so that it is reported.
        let isKnown =
          shared.value(entry.key.text) != nil || Vocabulary.language.takes(entry.key.text, in: "clusters[]\(path)")
        return entry.value.isTilde && isKnown ? nil : entry
      }
      guard case .mapping(let common)? = shared.value(entry.key.text) ?? .mapping(.init(entries: [], range: own.range))
      else { return entry }
      let whole = own.completed(by: common, at: "\(path).\(entry.key.text)")
      return Node.Entry(key: entry.key, value: .mapping(whole))
    }
    let excluded = entries.filter { $0.value.text == nil || $0.value.text != shared.value($0.key.text)?.text }
      .flatMap { exclusions["\(path).\($0.key.text)"] ?? [] }
    let added = shared.entries.filter { entry in value(entry.key.text) == nil && !excluded.contains(entry.key.text) }
    return Node.Mapping(entries: kept + added, range: range)
  }

  /// A role and a primary belong together: a cluster that says one of them takes only what agrees with it, and a primary
  /// that all clusters share is none for itself.
  private func rolesUnfit(for shared: Node.Mapping) -> [String] {
    let (role, primary) = (value("role")?.text, value("primary"))
    if let common = shared.value("primary")?.text, common == value("name")?.text {
      return ["primary"] + (shared.value("role")?.text == "remote" ? ["role"] : [])
    }
    let isOtherRole = role.map { $0 != "remote" } ?? false
    let isOtherDefault = primary != nil && shared.value("role")?.text != "remote"
    return (isOtherRole ? ["primary"] : []) + (isOtherDefault ? ["role"] : [])
  }

  private func without(_ keys: [String]) -> Node.Mapping {
    Node.Mapping(entries: entries.filter { !keys.contains($0.key.text) }, range: range)
  }
}

extension Node {
  /// Whether somebody wrote down that there is nothing.
  fileprivate var isTilde: Bool { isNull && text?.isEmpty == false }
}

/// What a key of a cluster's own, with another value than the shared one, leaves no room for beside it.
private let exclusions: [String: [String]] = {
  let ways = ["externalSecrets", "certManager", "sealedSecrets", "sops"]
  let deliveries = ways.map { way in (".certificateAuthority.delivery.\(way)", ways.filter { $0 != way }) }
  let others = [
    (".gateway.replicas", ["autoscaling"]), (".gateway.autoscaling", ["replicas"]), (".dns.server", ["version"]),
    (".certificateAuthority.key.algorithm", ["size", "curve"]),
  ]
  return Dictionary(deliveries + others) { first, _ in first }
}()
