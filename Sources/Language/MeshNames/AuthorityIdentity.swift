/// The SPIFFE ID of an authority: that of its trust domain, without a path (X509-SVID, section 4.1).
package struct AuthorityIdentity: TextValue {
  package let domain: TrustDomain

  package init(parsing text: String) throws(Misfit) {
    let expected = "`spiffe://` and the mesh's trust domain, without a path"
    guard text.hasPrefix("spiffe://") else { throw Misfit("is no SPIFFE ID", expected: expected) }
    let name = text.dropFirst("spiffe://".count)
    guard !name.contains("/") else { throw Misfit("has a path, as workloads have", expected: expected) }
    domain = try TrustDomain(parsing: String(name))
  }

  package var description: String { "spiffe://\(domain)" }
}
