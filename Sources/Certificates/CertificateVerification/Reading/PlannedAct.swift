internal import YAMLReading

/// An act of the ceremony, all that the plan says of it but for its number.
struct PlannedAct: Equatable {
  let id: String
  let actor: String
  let operation: String
  let authority: String
  let needs: [String]
  let makes: [String]
  let secretOutputs: [String]

  init(_ node: Node, _ reader: PlanReader) throws(PlanReader.Failure) {
    (id, actor) = (try reader.text(node, "id"), try reader.text(node, "actor"))
    operation = try reader.text(node, "operation")
    authority = try reader.text(node, "authority")
    needs = try reader.texts(node, "needs")
    makes = try reader.texts(node, "makes")
    secretOutputs = try reader.texts(node, "secretOutputs")
  }

  private init(
    _ authority: PlannedCertificate, _ verb: String, by actor: String, _ operation: String, needs: [String],
    makes: [String], isSecret: Bool
  ) {
    (id, self.actor, self.operation) = ("\(authority.actName)-\(verb)", actor, operation)
    (self.authority, self.needs, self.makes) = (authority.id, needs, makes)
    secretOutputs = isSecret ? makes : []
  }

  /// The acts that an authority's certificate, and its CRL where there is to be one, come from.
  static func acts(
    of authority: PlannedCertificate, signedBy issuer: PlannedCertificate?, withList: Bool
  ) -> [PlannedAct] {
    let act = { (verb: String, actor: String, operation: String, needs: [String], makes: [String], secret: Bool) in
      PlannedAct(authority, verb, by: actor, operation, needs: needs, makes: makes, isSecret: secret)
    }
    let (key, holder) = (authority.key, authority.holder)
    let certificate = authority.certificate
    let signed =
      issuer.map { issuer in
        [
          act("csr", holder, "request", [key], [authority.request], false),
          act(
            "sign", issuer.holder, "sign", [issuer.key, issuer.certificate, authority.request], [certificate], false),
        ]
      } ?? [act("cert", holder, "self-sign", [key], [certificate], false)]
    return [act("key", holder, "generate-key", [], [key], true)] + signed
      + (withList ? [act("crl", holder, "publish-crl", [key, certificate], [authority.list], false)] : [])
  }

  /// The act that gives a cluster its files.
  static func delivery(
    of authority: PlannedCertificate, needs: [String], makes: [String]
  ) -> PlannedAct {
    PlannedAct(
      authority, "deliver", by: authority.holder, "deliver", needs: [authority.certificate, authority.key] + needs,
      makes: makes, isSecret: true)
  }
}

/// Where the ceremony leaves what belongs to an authority, and what its acts are called.
extension PlannedCertificate {
  var actName: String { cluster == nil ? id : String(id.dropFirst("cluster-".count)) }

  var key: String { "\(folder)/\(issuer == nil ? "root-key" : cluster == nil ? "key" : "ca-key").pem" }
  /// Its key, and those of its predecessor and its successor.
  var keyFiles: [String] { [key] + others.map { "\($0)/\(key.dropFirst(folder.utf8.count + 1))" } }
  var request: String { "\(folder)/ca.csr" }
  var certificate: String { "\(folder)/\(issuer == nil ? "root-cert" : "ca-cert").pem" }
  var list: String { "\(folder)/crl.pem" }

  /// The folders of what it has taken the place of, and of what will take its own.
  private var others: [String] { issuer == nil ? [] : ["\(folder)/retired", "\(folder)/next"] }

  var otherCertificates: [String] { others.map { "\($0)/ca-cert.pem" } }
  var otherLists: [String] { listFile == nil ? [] : others.map { "\($0)/crl.pem" } }
}
