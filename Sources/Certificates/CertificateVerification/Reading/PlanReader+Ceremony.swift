internal import YAMLReading

extension PlanReader {
  /// The ceremony: the acts of each authority and each delivery, and no others, each behind those that it needs.
  func expectActs(_ root: Node, _ hierarchy: PlannedHierarchy, publishes: Bool) throws(Failure) {
    var expected: [String: PlannedAct] = [:]
    for authority in hierarchy.authorities {
      let issuer = authority.issuer.flatMap(hierarchy.authority)
      for act in PlannedAct.acts(of: authority, signedBy: issuer, withList: publishes) { expected[act.id] = act }
    }
    for node in try items(root, "deliveries") {
      guard let act = try deliveryAct(node, hierarchy) else { continue }
      expected[act.id] = act
    }
    var made: Set<String> = []
    for node in try items(root, "ceremony") {
      let act = try PlannedAct(node, self)
      guard let planned = expected.removeValue(forKey: act.id) else {
        throw failure("no authority has an act `\(act.id)`, or it is there twice", node)
      }
      guard act == planned else { throw failure("`\(act.id)` is not as it follows from `\(act.authority)`", node) }
      guard act.needs.allSatisfy(made.contains) else {
        throw failure("`\(act.id)` comes before an act that makes what it needs", node)
      }
      made.formUnion(act.makes)
    }
    guard let missing = expected.keys.min() else { return }
    throw failure("the ceremony lacks the act `\(missing)`", try field(root, "ceremony"))
  }

  private func deliveryAct(_ node: Node, _ hierarchy: PlannedHierarchy) throws(Failure) -> PlannedAct? {
    guard let authority = hierarchy.authority(try text(node, "authority")), authority.issuer != nil else { return nil }
    let files = try field(node, "files")
    let line = hierarchy.line(from: authority)
    let anchors = (files.entry("root-cert.pem") ?? files.entry("ca.crt"))?.names ?? []
    let roots = anchors.filter { id in !line.contains { $0.id == id } }.compactMap(hierarchy.authority)
    let lists = (files.entry("ca-crl.pem")?.names ?? []).compactMap(hierarchy.authority)
    let secret = "\(try text(node, "cluster")): Secret \(try text(node, "namespace"))/cacerts"
    let store = try node.value(at: "via").flatMap { via throws(Failure) in
      via.value(at: "store") == nil ? nil : "\(try text(try field(via, "store"), "name")): \(try text(via, "key"))"
    }
    return .delivery(
      of: authority, needs: (line.dropFirst() + roots).map(\.certificate) + lists.map(\.list),
      makes: [store, secret].compactMap { $0 })
  }
}
