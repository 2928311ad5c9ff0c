internal import Certificates
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames

/// When successors are due: the calendar.
func renewalSection(_ plan: CertificatePlan) -> String {
  let renewed = Set(plan.procedures.filter { $0.kind == .renew }.map(\.authority))
  let rows = plan.authorities.map { authority in
    [
      authority.id, authority.supersededAfter.map { "day \($0)" } ?? "never",
      authority.wayOfRenewal(isPlanned: renewed.contains(authority.id)), "\(authority.signingPeriod) d",
      "day \(authority.lifetime.days)", authority.revocation.inWords(isPublished: plan.publishesLists),
    ]
  }
  let head = ["authority", "successor is due", "how", "can sign for", "ends", "revocation"]
  return """
    ## Calendar

    Days are counted from the day of signing. Between the successor's day and the end of the signing period there is \
    time for a second try; after it, what the authority signs outlives it. `meshgen-certs verify \
    \(plan.folder.planPath) FOLDER --at DATE` says what is due within 30 days of a date, and what should have been done. \
    The metrics `citadel_server_root_cert_expiry_timestamp` and `citadel_server_cert_chain_expiry_timestamp` of istiod \
    belong into an alert.

    \(plan.listWords)\(Markdown.table(head, rows))
    """
}

extension PlannedAuthority {
  fileprivate func wayOfRenewal(isPlanned: Bool) -> String {
    if isPlanned { return "`renew-\(id)`, by \(Markdown.text(custody.holder))" }
    return issuer == nil
      ? "`rotation.state` from 0 to 3, by \(Markdown.text(custody.holder))" : "cert-manager, by itself"
  }
}

extension CertificatePlan {
  /// What whoever signs CRLs has to know; nothing where there are none.
  fileprivate var listWords: String {
    guard publishesLists else { return "" }
    return """
      Each cluster's `ca-crl.pem` has one CRL of every authority of the mesh: istiod does not start without those of its \
      own chain, and Envoy refuses a peer in whose chain one is missing. A CRL whose time is up ends every connection, so \
      each is signed, delivered and read well before: `meshgen-certs verify --at` says which would not last. To revoke a \
      certificate, whoever has signed it signs a CRL with it, which replaces the one before in all clusters.


      """
  }
}

extension PlannedAuthority.Revocation {
  fileprivate func inWords(isPublished: Bool) -> String {
    switch self {
    case .crl(let days): "signs a CRL at least every \(days) d" + (isPublished ? "" : ", once one is published")
    case .rotateRoot: "none: a new root takes its place"
    case .none: "none: the root that has signed it must be replaced"
    }
  }
}
