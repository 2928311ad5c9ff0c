internal import YAMLReading

/// The acts and procedures of year two: of authorities below a root whose certificates nobody else renews.
extension PlanReader {
  func expectUpkeep(_ root: Node, _ hierarchy: PlannedHierarchy, publishes: Bool) throws(Failure) {
    let kept = hierarchy.authorities.filter(\.isKeptByHand)
    let expected = kept.flatMap { authority in
      let isDelivered = hierarchy.recipients.contains { $0.authority == authority.id }
      let operations =
        ["next-key", "next-csr", "next-sign"] + (publishes ? ["next-crl"] : []) + ["promote", "forget", "reissue"]
        + (publishes ? ["revoke"] + (isDelivered ? ["lists"] : []) : [])
      return operations.map { operation in
        let actor =
          ["revoke", "next-sign"].contains(operation) ? authority.issuer.flatMap(hierarchy.authority) : authority
        return ["\(authority.actName)-\(operation)", actor?.holder ?? "", operation, authority.id]
      }
    }
    let upkeep = try items(root, "upkeep")
    let found = try upkeep.map { node throws(Failure) in
      try ["id", "actor", "operation", "authority"].map { key throws(Failure) in try text(node, key) }
    }
    guard found == expected else {
      let index = zip(found, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? expected.count
      throw failure(
        "the acts of `upkeep` are not those of the authorities", upkeep.indices.contains(index) ? upkeep[index] : root)
    }
    let procedures = try items(root, "procedures")
    let ids = try procedures.map { node throws(Failure) in try text(node, "id") }
    guard ids == kept.flatMap({ ["renew-\($0.id)", "replace-\($0.id)"] }) else {
      throw failure("the procedures are not two for each authority below a root", try field(root, "procedures"))
    }
    for (index, node) in procedures.enumerated() {
      let authority = kept[index / 2]
      let stages = Stages(of: authority, hierarchy, publishes: publishes)
      try expectProcedure(
        node, of: authority, index.isMultiple(of: 2) ? stages.renewal : stages.replacement,
        isRenewal: index.isMultiple(of: 2))
    }
  }

  private func expectProcedure(
    _ node: Node, of authority: PlannedCertificate, _ stages: [[[String]]], isRenewal: Bool
  ) throws(Failure) {
    let found = try items(node, "stages").map { stage throws(Failure) in
      let clusters = try field(stage, "deliverTo")
      return [
        try texts(stage, "acts"), clusters.items?.compactMap(\.text) ?? ["*\(clusters.text ?? "")"],
        [try text(stage, "files"), try text(stage, "waitFor")],
      ]
    }
    guard try text(node, "kind") == (isRenewal ? "renew" : "replace-lost-key"), found == stages,
      try text(node, "authority") == authority.id,
      try optionalInteger(node, "dueAfterDays") == (isRenewal ? authority.supersededAfterDays : nil)
    else { throw failure("this procedure is not as it follows from `\(authority.id)`", node) }
  }
}

extension PlannedCertificate {
  /// Whether people replace it: a root has a rotation for that, and cert-manager renews by itself.
  var isKeptByHand: Bool { issuer != nil && !file.hasSuffix("tls.crt") }
}

/// What the stages of an authority's procedures are: acts, clusters (`*all`), files, what is waited for.
private struct Stages {
  let renewal: [[[String]]]
  let replacement: [[[String]]]

  init(of authority: PlannedCertificate, _ hierarchy: PlannedHierarchy, publishes: Bool) {
    let branch = hierarchy.authorities.filter { other in hierarchy.line(from: other).contains { $0.id == authority.id }
    }
    let ids = Set(branch.map(\.id))
    let name = authority.actName
    let below = branch.filter { $0.id != authority.id && $0.isKeptByHand }
      .flatMap { ["\($0.actName)-reissue", "\($0.actName)-sign"] }
    let shown = hierarchy.recipients.filter { ids.contains($0.authority) }.map(\.cluster)
    let made = ["next-key", "next-csr", "next-sign"].map { "\(name)-\($0)" }
    let promoted = ["\(name)-promote"] + below
    let succession = { (first: [String]) -> [[[String]]] in
      guard publishes else { return [[first + made + promoted, shown, ["all", "new-chain"]]] }
      return [
        [first + made + ["\(name)-next-crl"], ["*all"], ["lists", "lists-read"]],
        [promoted, shown, ["all", "new-chain"]],
      ]
    }
    let end = [["\(name)-forget"], publishes ? ["*all"] : [], ["lists", "none"]]
    renewal = succession(publishes ? ["\(name)-crl"] : []) + [end]
    let issuer = authority.issuer.flatMap(hierarchy.authority)
    let revocation = [
      ["\(name)-revoke"] + (issuer.map { ["\($0.actName)-crl"] } ?? []), ["*all"], ["lists", "lists-read"],
    ]
    replacement = succession([]) + (publishes ? [revocation] : []) + [end]
  }
}
