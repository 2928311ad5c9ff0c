internal import Certificates
internal import Diagnostics
internal import YAMLReading

/// Reads a plan's document; the first thing that is not as in its schema ends it.
struct PlanReader {
  let source: SourceText

  struct Failure: Error {
    let message: String
    let range: SourceRange
  }

  /// A plan that is as its schema has it, and does not contradict itself.
  func hierarchy(_ root: Node) throws(Failure) -> PlannedHierarchy {
    try expectKind(root, "CertificatePlan")
    try SchemaReview(self).expect(root, CertificatePlan.schema, "plan")
    let made = try madeFiles(root)
    var bundles: [PlannedBundle] = []
    var deliveredAlone: [String: String] = [:]
    var recipients: [(cluster: String, authority: String)] = []
    for delivery in try items(root, "deliveries") {
      let id = try text(delivery, "authority")
      recipients.append((try text(delivery, "cluster"), id))
      let files = try self.bundles(of: delivery, in: made.folders[id] ?? "")
      bundles += files
      if let alone = files.first(where: { $0.file.hasSuffix("tls.crt") }) { deliveredAlone[id] = alone.file }
    }
    var authorities: [PlannedCertificate] = []
    for node in try items(root, "authorities") {
      let id = try text(node, "id")
      guard let folder = made.folders[id], let file = deliveredAlone[id] ?? made.certificates[id] else {
        throw failure("no act of the ceremony makes the key and the certificate of `\(id)`", node)
      }
      authorities.append(
        try authority(node, in: folder, file: file, request: made.requests[id], list: made.lists[id]))
    }
    guard !bundles.isEmpty else { throw failure("the plan has no authority for any cluster", root) }
    let hierarchy = PlannedHierarchy(
      file: source.name, mesh: try text(root, "mesh"), authorities: authorities, bundles: bundles,
      recipients: recipients)
    try expectAgreement(root, hierarchy)
    return hierarchy
  }

  private struct MadeFiles {
    var folders: [String: String] = [:]
    var certificates: [String: String] = [:]
    var requests: [String: String] = [:]
    var lists: [String: String] = [:]
  }

  /// The files that the acts of the ceremony make, by their authorities.
  private func madeFiles(_ root: Node) throws(Failure) -> MadeFiles {
    var made = MadeFiles()
    for step in try items(root, "ceremony") {
      let id = try text(step, "authority")
      guard let file = try texts(step, "makes").first else { continue }
      switch try text(step, "operation") {
      case "generate-key": made.folders[id] = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
      case "sign", "self-sign": made.certificates[id] = file
      case "request": made.requests[id] = file
      case "publish-crl": made.lists[id] = file
      default: continue
      }
    }
    return made
  }

  private func authority(
    _ node: Node, in folder: String, file: String, request: String?, list: String?
  ) throws(Failure) -> PlannedCertificate {
    let constraints = try field(node, "basicConstraints")
    let pathLength = try optionalInteger(constraints, "pathLength")
    var values: [CertificateProperty: String] = [:]
    for property in CertificateProperty.allCases {
      guard let value = node.value(at: property.rawValue), let words = words(for: property, value) else {
        throw failure("`\(property.rawValue)` is missing or is no value of a plan", node)
      }
      values[property] = words
    }
    return PlannedCertificate(
      id: try text(node, "id"), issuer: try optionalText(node, "issuer"), cluster: try optionalText(node, "cluster"),
      holder: try text(try field(node, "custody"), "keyHolder"), folder: folder,
      line: source.position(of: node.range.start).line, values: values, pathLength: pathLength,
      lifetimeDays: try integer(node, "lifetimeDays"),
      supersededAfterDays: try optionalInteger(try field(node, "rotation"), "supersedeAfterDays"),
      hasAuthorityKeyIdentifier: try text(try field(node, "keyIdentifiers"), "authority") == "true", file: file,
      requestFile: request, listFile: list,
      nextUpdateDays: node.value(at: "revocation.nextUpdateDays")?.text.flatMap { Int($0) },
      listHash: node.value(at: "revocation.signatureHash")?.text)
  }

  /// The files of a delivery; the key is none of them.
  private func bundles(of delivery: Node, in folder: String) throws(Failure) -> [PlannedBundle] {
    guard case .mapping(let files) = try field(delivery, "files") else {
      throw failure("`files` is no mapping", delivery)
    }
    let cluster = try text(delivery, "cluster")
    var bundles: [PlannedBundle] = []
    for entry in files.entries {
      guard let kind = Self.kinds[entry.key.text] else { continue }
      let ids = try texts(entry.value, kind == .lists ? "crlsOf" : "certificates")
      // The tools' scripts keep the roots of a rotation in a file of their own, so that the other one stays as it is.
      let name = entry.key.text == "root-cert.pem" && ids.count > 1 ? "root-certs.pem" : entry.key.text
      bundles.append(
        PlannedBundle(
          cluster: cluster, file: "\(folder)/\(name)", certificates: ids, kind: kind,
          line: source.position(of: entry.key.range.start).line))
    }
    return bundles
  }

  /// The files of a Secret but for the key, which nobody reads.
  private static let kinds: [String: PlannedBundle.Kind] = [
    "ca-cert.pem": .certificate, "cert-chain.pem": .chain, "root-cert.pem": .anchors, "tls.crt": .chain,
    "ca.crt": .anchors, "ca-crl.pem": .lists,
  ]
}
