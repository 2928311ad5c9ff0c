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
  /// Of the root, which of the mesh's roots it is.
  package let generation: Located<Generation>?
  /// Of a cluster, how far it is on the way to the next root.
  package let rotation: Located<RotationState>?
  /// Of a cluster, how `cacerts` reaches it, where that is another way than the others'.
  package let delivery: Located<CertificateDelivery>?
  /// Of a cluster, the files of its `cacerts`, sealed.
  package let sealed: SealedFiles?
  /// The place of the section's first key.
  package let place: SourceRange

  init(reading fields: inout MappingReader) {
    self.init(
      issuer: fields.optional("issuer"), generation: nil, rotation: nil, delivery: nil, sealed: nil, reading: &fields)
  }

  /// The root signs itself.
  init(readingRoot fields: inout MappingReader) {
    self.init(
      issuer: nil, generation: fields.optional("generation"), rotation: nil, delivery: nil, sealed: nil,
      reading: &fields)
  }

  /// A cluster may be ahead of the others, by one state, and get its files in a way of its own.
  init(readingCluster fields: inout MappingReader) {
    let rotation = fields.readRotation()
    let delivery = fields.readDelivery()
    let sealed = fields.optional("sealed") { SealedFiles(reading: &$0) }
    self.init(
      issuer: fields.optional("issuer"), generation: nil, rotation: rotation, delivery: delivery, sealed: sealed,
      reading: &fields)
  }

  private init(
    issuer: Located<AuthorityName>?, generation: Located<Generation>?, rotation: Located<RotationState>?,
    delivery: Located<CertificateDelivery>?,
    sealed: SealedFiles?, reading fields: inout MappingReader
  ) {
    self.issuer = issuer
    self.generation = generation
    self.rotation = rotation
    self.delivery = delivery
    self.sealed = sealed
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

extension MappingReader {
  /// Reads `rotation: {state: 1}`.
  mutating func readRotation() -> Located<RotationState>? {
    let state: Located<RotationState>?? = optional("rotation") { $0.required("state", help: "0, 1, 2 or 3") }
    return state ?? nil
  }
}
