internal import YAMLReading

/// What a plan says twice: acts, files and anchors follow from the authorities and from who gets what.
///
/// A plan that contradicts itself was changed by hand, and a file that only the half of it knows would be held against
/// nothing.
extension PlanReader {
  func expectAgreement(_ root: Node, _ hierarchy: PlannedHierarchy) throws(Failure) {
    try expectLines(root, hierarchy)
    let workloads = try integer(try field(root, "workloads"), "maxLifetimeHours")
    for (node, authority) in zip(try items(root, "authorities"), hierarchy.authorities) {
      try expectPeriods(of: authority, node, hierarchy, workloadDays: (workloads + 23) / 24)
    }
    let deliveries = try items(root, "deliveries")
    var served: Set<String> = []
    for node in deliveries {
      let cluster = try text(node, "cluster")
      guard served.insert(cluster).inserted else { throw failure("`\(cluster)` gets its files twice", node) }
    }
    for authority in hierarchy.authorities {
      guard let cluster = authority.cluster, !served.contains(cluster) else { continue }
      throw failure("nothing is delivered to `\(cluster)`, for which there is `\(authority.id)`", root)
    }
    let publishes = deliveries.contains { $0.value(at: "files")?.entry("ca-crl.pem") != nil }
    for node in deliveries { try expectFiles(of: node, hierarchy, publishes: publishes) }
    try expectActs(root, hierarchy, publishes: publishes)
    try expectUpkeep(root, hierarchy, publishes: publishes)
    try expectAnchors(root, hierarchy)
  }

  /// Each authority once, in a folder of its own, behind those above it.
  private func expectLines(_ root: Node, _ hierarchy: PlannedHierarchy) throws(Failure) {
    var tiers: [String: Int] = [:]
    var folders: Set<String> = []
    for (node, authority) in zip(try items(root, "authorities"), hierarchy.authorities) {
      guard tiers[authority.id] == nil else { throw failure("`\(authority.id)` is there twice", node) }
      guard !["", ".", ".."].contains(authority.folder), !authority.folder.contains("/"),
        folders.insert(authority.folder).inserted
      else {
        throw failure("`\(authority.folder)` is no folder for `\(authority.id)` alone", node)
      }
      guard let above = authority.issuer.map({ tiers[$0] }) ?? -1 else {
        throw failure("the issuer of `\(authority.id)` is no authority before it", node)
      }
      guard try integer(node, "tier") == above + 1 else {
        throw failure("`tier` of `\(authority.id)` is not \(above + 1), though \(above + 1) stand above it", node)
      }
      guard node.value(at: "keyIdentifiers.authority")?.text == (authority.issuer == nil ? "false" : "true") else {
        throw failure("`keyIdentifiers` of `\(authority.id)` is not as its issuer has it", node)
      }
      guard authority.cluster == nil || authority.id.hasPrefix("cluster-") else {
        throw failure("`\(authority.id)` is no name for the authority of a cluster", node)
      }
      tiers[authority.id] = above + 1
    }
  }

  /// How long an authority signs, and how its certificate is taken back.
  private func expectPeriods(
    of authority: PlannedCertificate, _ node: Node, _ hierarchy: PlannedHierarchy, workloadDays: Int
  ) throws(Failure) {
    let longest = hierarchy.authorities.filter { $0.issuer == authority.id }.map(\.lifetimeDays).max() ?? 0
    let period = max(0, authority.lifetimeDays - (authority.cluster == nil ? longest : workloadDays))
    guard try integer(try field(node, "rotation"), "signingPeriodDays") == period else {
      throw failure("`signingPeriodDays` of `\(authority.id)` is not \(period), which its lifetime leaves", node)
    }
    guard authority.supersededAfterDays ?? 0 <= period else {
      throw failure("the successor of `\(authority.id)` would come after its signing period", node)
    }
    let revocation = try field(node, "revocation")
    let mode = try text(revocation, "mode")
    let words = ["nextUpdateDays": "crl", "signatureHash": "crl", "reason": "none"]
    for (word, wanted) in words.sorted(by: { $0.key < $1.key })
    where (revocation.value(at: word) != nil) != (mode == wanted) {
      throw failure("`\(word)` of `\(authority.id)` does not go with its `mode`, `\(mode)`", revocation)
    }
  }

  /// The files of one cluster: its authority's own, the chain above it, and the roots that its state has.
  private func expectFiles(of node: Node, _ hierarchy: PlannedHierarchy, publishes: Bool) throws(Failure) {
    let id = try text(node, "authority")
    let cluster = try text(node, "cluster")
    guard let authority = hierarchy.authority(id), authority.cluster == cluster else {
      throw failure("`\(id)` is no authority of `\(cluster)`", node)
    }
    let chain = hierarchy.line(from: authority).map(\.id)
    let sent = chain.count > 1 ? Array(chain.dropLast()) : chain
    let files = try field(node, "files")
    let others = hierarchy.authorities.map(\.id).filter { !chain.contains($0) }
    let anchors = try anchors(of: node, hierarchy, root: chain.last ?? id)
    let expected: [(String, [String]?)] =
      files.isCertManagers
      ? [("tls.crt", sent), ("tls.key", [id]), ("ca.crt", anchors)]
      : [
        ("ca-cert.pem", [id]), ("ca-key.pem", [id]), ("cert-chain.pem", sent), ("root-cert.pem", anchors),
        ("ca-crl.pem", publishes ? chain + others : nil),
      ]
    try expectIssuedFiles(of: node, authority, anchors: anchors.count)
    for (name, ids) in expected {
      let found = files.entry(name)?.names
      guard found == ids else {
        throw failure(
          "`\(name)` of `\(cluster)` is to hold \(inWords(found)), where \(inWords(ids)) follows from the authorities",
          files.entry(name) ?? node)
      }
    }
  }

  /// Where the ceremony leaves the files: beside the certificate, and the roots of a rotation in a file of their own.
  private func expectIssuedFiles(
    of node: Node, _ authority: PlannedCertificate, anchors: Int
  ) throws(Failure) {
    let files = try field(node, "files")
    guard !files.isCertManagers, case .mapping(let names) = files, case .mapping(let issued)? = node.value(at: "issued")
    else {
      guard files.isCertManagers, node.entry("issued") == nil else { throw failure("`issued` is missing", node) }
      return
    }
    let expected = Dictionary(
      names.entries.map { entry in
        let name = entry.key.text
        return (name, "\(authority.folder)/\(name == "root-cert.pem" && anchors > 1 ? "root-certs.pem" : name)")
      }
    ) { first, _ in first }
    let found = Dictionary(issued.entries.map { ($0.key.text, $0.value.text ?? "") }) { first, _ in first }
    guard found == expected else { throw failure("`issued` are not the files of `\(authority.id)`", node) }
  }

  private func anchors(
    of node: Node, _ hierarchy: PlannedHierarchy, root: String
  ) throws(Failure) -> [String] {
    let roots = hierarchy.authorities.filter { $0.issuer == nil }.map(\.id)
    guard let state = node.value(at: "rotationState")?.text.flatMap({ Int($0) }) else {
      guard roots == [root] else { throw failure("`rotationState` is missing, while there are two roots", node) }
      return roots
    }
    let old = state < 2
    guard root == (old ? roots.first : roots.last), roots.count <= 2, roots.count == 2 || state == 0 || state == 3
    else { throw failure("in state \(state) of a rotation, `\(root)` does not sign", node) }
    return state == 1 || state == 2 ? roots : [root]
  }

  /// The bundle names the roots of the plan, and every cluster that gets files.
  private func expectAnchors(_ root: Node, _ hierarchy: PlannedHierarchy) throws(Failure) {
    let bundles = try items(root, "trustBundles")
    guard let bundle = bundles.first, bundles.count == 1, try text(bundle, "name") == hierarchy.mesh else {
      throw failure("there is to be one trust bundle, called `\(hierarchy.mesh)`", try field(root, "trustBundles"))
    }
    var trusted: Set<String> = []
    var consumers: [String] = []
    for node in try items(root, "deliveries") {
      let files = try field(node, "files")
      let file = files.isCertManagers ? "ca.crt" : "root-cert.pem"
      trusted.formUnion(files.entry(file)?.names ?? [])
      consumers.append("\(try text(node, "cluster")) cacerts/\(file)")
    }
    let roots = hierarchy.authorities.map(\.id).filter(trusted.contains)
    guard try texts(bundle, "anchors") == roots else {
      throw failure("the anchors of the trust bundle are not \(inWords(roots))", bundle)
    }
    var named: [String] = []
    for consumer in try items(bundle, "consumers") where try text(consumer, "kind") == "istiod" {
      named.append("\(try text(consumer, "cluster")) \(try text(consumer, "via"))")
    }
    guard named == consumers else {
      throw failure("the consumers of the trust bundle are not the clusters that get files", bundle)
    }
  }
}

extension Node {
  /// What stands under a key that has a dot in it.
  func entry(_ key: String) -> Node? {
    if case .mapping(let mapping) = self { mapping.node(at: [key]) } else { nil }
  }

  /// Whether the files of a delivery are called as cert-manager calls them.
  var isCertManagers: Bool { entry("tls.crt") != nil }

  /// The authorities whose certificates, CRLs or key a file holds.
  var names: [String] {
    (entry("certificates") ?? entry("crlsOf"))?.items?.compactMap(\.text)
      ?? [entry("privateKeyOf")?.text].compactMap { $0 }
  }
}

func inWords(_ ids: [String]?) -> String {
  ids.map { $0.map { "`\($0)`" }.joined(separator: ", ") } ?? "nothing"
}
