package import Diagnostics
package import MeshNames

/// Names that a certificate holds, or that it allows or forbids below itself.
package struct CertificateNames: Sendable {
  package let dns: [Located<DNSName>]
  /// Hosts of URIs: of a SPIFFE ID, the trust domain.
  package let uri: [Located<TrustDomain>]

  /// SPIFFE IDs of the certificate itself.
  package let identities: [Located<AuthorityIdentity>]

  /// Names of the certificate itself.
  init(reading fields: inout MappingReader) {
    dns = fields.list("dns")
    uri = []
    identities = fields.list("uri")
  }

  /// Subtrees of names.
  init(readingSubtrees fields: inout MappingReader) {
    dns = fields.list("dns")
    uri = fields.list("uri")
    identities = []
  }

  init() { (dns, uri, identities) = ([], [], []) }
}

/// Which names certificates below an authority may have (RFC 5280, section 4.2.1.10).
package struct NameConstraints: Sendable {
  package let permitted: CertificateNames
  package let excluded: CertificateNames
  /// The place of the section's first key.
  package let place: SourceRange

  init(reading fields: inout MappingReader) {
    place = fields.firstPlace
    permitted = fields.optional("permitted") { CertificateNames(readingSubtrees: &$0) } ?? CertificateNames()
    excluded = fields.optional("excluded") { CertificateNames(readingSubtrees: &$0) } ?? CertificateNames()
  }
}
