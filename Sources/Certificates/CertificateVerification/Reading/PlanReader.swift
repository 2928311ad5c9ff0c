internal import CertificateFindings
internal import Diagnostics
internal import YAMLReading

/// Reads a plan's document; the first thing that is not as in its schema ends it.
struct PlanReader {
  let source: SourceText

  struct Failure: Error {
    let message: String
    let range: SourceRange
  }

  func hierarchy(_ root: Node) throws(Failure) -> PlannedHierarchy {
    try expectKind(root, "CertificatePlan")
    let mesh = try text(root, "mesh")
    let made = try madeFiles(root)
    var bundles: [PlannedBundle] = []
    var deliveredAlone: [String: String] = [:]
    for delivery in try items(root, "deliveries") {
      let id = try text(delivery, "authority")
      let files = try self.bundles(of: delivery, in: folder(of: made.certificates[id] ?? ""))
      bundles += files
      if let alone = files.first(where: { $0.file.hasSuffix("tls.crt") }) { deliveredAlone[id] = alone.file }
    }
    var authorities: [PlannedCertificate] = []
    for node in try items(root, "authorities") {
      let id = try text(node, "id")
      guard let file = deliveredAlone[id] ?? made.certificates[id] else {
        throw failure("no act of the ceremony makes the certificate of `\(id)`", node)
      }
      authorities.append(try authority(node, file: file, request: made.requests[id], list: made.lists[id]))
    }
    guard !authorities.isEmpty, !bundles.isEmpty else {
      throw failure("the plan has no authority for any cluster", root)
    }
    try expectKnown(authorities, bundles, root)
    return PlannedHierarchy(file: source.name, mesh: mesh, authorities: authorities, bundles: bundles)
  }

  /// The files that the acts of the ceremony make, by their authorities.
  private func madeFiles(
    _ root: Node
  ) throws(Failure) -> (certificates: [String: String], requests: [String: String], lists: [String: String]) {
    var (certificates, requests, lists): ([String: String], [String: String], [String: String]) = ([:], [:], [:])
    for step in try items(root, "ceremony") {
      let id = try text(step, "authority")
      guard let file = try texts(step, "makes").first else { continue }
      switch try text(step, "operation") {
      case "sign", "self-sign": certificates[id] = file
      case "request": requests[id] = file
      case "publish-crl": lists[id] = file
      default: continue
      }
    }
    return (certificates, requests, lists)
  }

  /// Refuses names of authorities that there are not, and authorities that are above themselves.
  private func expectKnown(
    _ authorities: [PlannedCertificate], _ bundles: [PlannedBundle], _ root: Node
  ) throws(Failure) {
    let known = Set(authorities.map(\.id))
    for bundle in bundles {
      guard let id = bundle.certificates.first(where: { !known.contains($0) }) else { continue }
      throw failure("`\(bundle.file)` is to hold `\(id)`, which is no authority of the plan", root)
    }
    for authority in authorities {
      guard let issuer = authority.issuer else { continue }
      guard known.contains(issuer), !isAbove(authority.id, issuer, authorities) else {
        throw failure("the issuer of `\(authority.id)` is no authority above it", root)
      }
    }
  }

  /// Whether an authority is found on the way up from another: a circle.
  private func isAbove(_ id: String, _ start: String, _ authorities: [PlannedCertificate]) -> Bool {
    let issuers = Dictionary(authorities.map { ($0.id, $0.issuer) }) { first, _ in first }
    var current: String? = start
    for _ in authorities {
      guard let at = current else { return false }
      if at == id { return true }
      current = issuers[at] ?? nil
    }
    return current != nil
  }

  private func authority(
    _ node: Node, file: String, request: String?, list: String?
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
      id: try text(node, "id"), issuer: node.value(at: "issuer").flatMap { $0.isNull ? nil : $0.text },
      line: source.position(of: node.range.start).line, values: values, pathLength: pathLength,
      lifetimeDays: try integer(node, "lifetimeDays"),
      hasAuthorityKeyIdentifier: try text(try field(node, "keyIdentifiers"), "authority") == "true", file: file,
      requestFile: request, listFile: list,
      nextUpdateDays: node.value(at: "revocation.nextUpdateDays")?.text.flatMap { Int($0) })
  }

  /// The files of a delivery; the key is none of them.
  private func bundles(of delivery: Node, in folder: String) throws(Failure) -> [PlannedBundle] {
    guard case .mapping(let files) = try field(delivery, "files") else {
      throw failure("`files` is no mapping", delivery)
    }
    let cluster = try text(delivery, "cluster")
    guard let form = Self.forms.first(where: { files.entries.map(\.key.text).contains($0[0]) }) else {
      throw failure("`files` are none of `cacerts`", delivery)
    }
    if let missing = form.first(where: { name in !files.entries.contains { $0.key.text == name } }) {
      throw failure("`files` lack `\(missing)`, without which nothing of `\(cluster)` could be verified", delivery)
    }
    var bundles: [PlannedBundle] = []
    for entry in files.entries {
      if Self.keys.contains(entry.key.text) {
        _ = try text(entry.value, "privateKeyOf")
        continue
      }
      guard let kind = Self.kinds[entry.key.text] else {
        throw failure("`\(entry.key.text)` is no file of `cacerts`", delivery)
      }
      let ids = try texts(entry.value, kind == .lists ? "crlsOf" : "certificates")
      guard !ids.isEmpty else { throw failure("`\(entry.key.text)` is to hold nothing", delivery) }
      // The tools' scripts keep the roots of a rotation in a file of their own, so that the other one stays as it is.
      let name = entry.key.text == "root-cert.pem" && ids.count > 1 ? "root-certs.pem" : entry.key.text
      bundles.append(
        PlannedBundle(
          cluster: cluster, file: folder + name, certificates: ids, kind: kind,
          line: source.position(of: entry.key.range.start).line))
    }
    return bundles
  }

  /// The files that a Secret has in any case: Istio's own, or cert-manager's.
  private static let forms = [
    ["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"], ["tls.crt", "tls.key", "ca.crt"],
  ]

  /// The files that hold a key, which nobody reads.
  private static let keys: Set = ["ca-key.pem", "tls.key"]

  private static let kinds: [String: PlannedBundle.Kind] = [
    "ca-cert.pem": .certificate, "cert-chain.pem": .chain, "root-cert.pem": .anchors, "tls.crt": .chain,
    "ca.crt": .anchors, "ca-crl.pem": .lists,
  ]

  private func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }
}

extension PlanReader {
  func expectKind(_ root: Node, _ kind: String) throws(Failure) {
    guard root.value(at: "kind")?.text == kind else { throw failure("this is no \(kind)", root) }
    guard root.value(at: "version")?.text == "1" else {
      throw failure("this version of a \(kind) is not known; 1 is", root.value(at: "version") ?? root)
    }
  }

  func failure(_ message: String, _ node: Node) -> Failure { Failure(message: message, range: node.range) }

  func field(_ node: Node, _ key: String) throws(Failure) -> Node {
    guard let value = node.value(at: key) else { throw failure("`\(key)` is missing", node) }
    return value
  }

  func text(_ node: Node, _ key: String) throws(Failure) -> String {
    let value = try field(node, key)
    guard let text = value.text, !text.isEmpty else { throw failure("`\(key)` is no text", value) }
    return text
  }

  func integer(_ node: Node, _ key: String) throws(Failure) -> Int {
    let value = try field(node, key)
    guard let number = value.text.flatMap({ Int($0) }), (0...100_000).contains(number) else {
      throw failure("`\(key)` is no number of a plan", value)
    }
    return number
  }

  func optionalInteger(_ node: Node, _ key: String) throws(Failure) -> Int? {
    try field(node, key).isNull ? nil : try integer(node, key)
  }

  func items(_ node: Node, _ key: String) throws(Failure) -> [Node] {
    let value = try field(node, key)
    guard let items = value.items else { throw failure("`\(key)` is no list", value) }
    return items
  }

  func texts(_ node: Node, _ key: String) throws(Failure) -> [String] {
    var texts: [String] = []
    for item in try items(node, key) {
      guard let text = item.text else { throw failure("`\(key)` is no list of texts", item) }
      texts.append(text)
    }
    return texts
  }
}
