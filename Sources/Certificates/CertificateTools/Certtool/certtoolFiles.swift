internal import Certificates
internal import MeshModel
internal import MeshNames

/// The ceremony for certtool of GnuTLS: a template for each certificate and each request, and a script.
func certtoolFiles(for plan: CertificatePlan, _ notice: String) -> [ToolFile] {
  let templates = plan.authorities.flatMap { authority in
    let certificate = ToolFile("\(authority.id).cert.tmpl", certificateTemplate(authority, notice))
    return authority.issuer == nil
      ? [certificate]
      : [ToolFile("\(authority.id).csr.tmpl", "# \(notice)\n" + nameLines(authority)), certificate]
  }
  let lists = plan.listUpdates.map { authority, days in
    ToolFile("\(authority.id).crl.tmpl", "# \(notice)\ncrl_next_update = \(days)\n")
  }
  return templates + lists + [certtoolScript(for: plan, notice).file]
}

/// What certtool takes for a certificate.
///
/// `encryption_key` is dropped where `ca` stands, and there is no word for a URI among the name constraints, so both
/// extensions are given as they will be in the certificate. `expiration_days` is in whole days.
private func certificateTemplate(_ authority: PlannedAuthority, _ notice: String) -> String {
  let constraints = authority.nameConstraints.map { "add_critical_extension = \"2.5.29.30 \($0.der.hexadecimal)\"\n" }
  return "# \(notice)\n" + nameLines(authority)
    + authority.dnsNames.map { "dns_name = \(quoted($0))\n" }.joined()
    + authority.uriNames.map { "uri = \(quoted($0))\n" }.joined()
    + "expiration_days = \(authority.lifetime.days)\nca\n"
    + (authority.pathLength.map { "path_len = \($0)\n" } ?? "")
    + "add_critical_extension = \"2.5.29.15 \(authority.keyUsage.der.hexadecimal)\"\n" + (constraints ?? "")
}

/// One line for each part of the name, in its order; `dn` takes a name as a whole, and reads no escapes in it.
private func nameLines(_ authority: PlannedAuthority) -> String {
  authority.subject.map { part in
    "dn_oid = \(quoted("\(objectIdentifiers[part.type] ?? "") \(part.value)"))\n"
  }.joined()
}

/// RFC 4519, section 2.
private let objectIdentifiers = [
  "C": "2.5.4.6", "L": "2.5.4.7", "O": "2.5.4.10", "OU": "2.5.4.11", "CN": "2.5.4.3",
]

private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\\\""))\"" }
