package import Diagnostics
package import MeshNames
internal import YAMLReading

/// What is said of one authority, or of all authorities of a kind; what is left out follows from the profile.
package struct AuthoritySettings: Sendable {
  /// Who signs it: `root`, or one of the tiers; `nil` for the one before it.
  package let issuer: Located<AuthorityName>?
  package let subject: Subject?
  package let key: Located<KeyAlgorithm>?
  package let lifetime: Located<Lifetime>?
  /// When its successor is due.
  package let supersedeAfter: Located<Lifetime>?
  package let pathLength: Located<PathLength>?
  package let names: CertificateNames?
  package let nameConstraints: NameConstraints?
  package let custody: Custody?
  /// The place of the section's first key.
  package let place: SourceRange

  init(reading fields: inout MappingReader) {
    self.init(issuer: fields.optional("issuer"), reading: &fields)
  }

  /// The root signs itself.
  init(readingRoot fields: inout MappingReader) { self.init(issuer: nil, reading: &fields) }

  private init(issuer: Located<AuthorityName>?, reading fields: inout MappingReader) {
    self.issuer = issuer
    place = fields.firstPlace
    subject = fields.optional("subject") { Subject(reading: &$0) }
    key = fields.readKey()
    lifetime = fields.optional("lifetime")
    supersedeAfter = fields.optional("supersedeAfter")
    pathLength = fields.optional("pathLength")
    names = fields.optional("names") { CertificateNames(reading: &$0) }
    nameConstraints = fields.optional("nameConstraints") { NameConstraints(reading: &$0) }
    custody = fields.optional("custody") { Custody(reading: &$0) }
  }
}
