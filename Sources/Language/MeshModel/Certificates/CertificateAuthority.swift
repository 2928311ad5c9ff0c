package import Diagnostics
package import MeshNames
internal import YAMLReading

/// The hierarchy of certification authorities as it was written.
package struct CertificateAuthority: Sendable {
  package let profile: Located<CertificateProfile>?
  package let root: AuthoritySettings?
  /// The authorities between the root and those of the clusters, from the root down.
  package let tiers: [Tier]
  /// What the authorities of all clusters have in common.
  package let intermediates: AuthoritySettings?
  package let delivery: Located<CertificateDelivery>?
  /// What hands the anchors to clients that no proxy speaks for; `nil` where nothing does.
  package let bundle: TrustBundle?
  /// How certificates are revoked, where the topology says so.
  package let revocation: Revocation?
  package let tools: [Located<CertificateTool>]
  let clouds: CloudAuthorities
  /// How far the clusters are on the way to the next root; `nil` where nothing is on its way.
  package let rotation: Located<RotationState>?
  /// The place of the section's first key.
  package let place: SourceRange

  /// One authority between the root and those of the clusters.
  package struct Tier: Sendable {
    package let name: Located<AuthorityName>
    package let settings: AuthoritySettings
  }

  init(reading fields: inout MappingReader) {
    place = fields.firstPlace
    profile = fields.optional("profile")
    root = fields.optional("root") { AuthoritySettings(readingRoot: &$0) }
    tiers = fields.list("tiers") { Tier(reading: &$0) }
    intermediates = fields.optional("intermediates") { AuthoritySettings(reading: &$0) }
    delivery = fields.readDelivery()
    bundle = fields.optional("bundle") { TrustBundle(reading: &$0) } ?? nil
    revocation = fields.optional("revocation") { Revocation(reading: &$0) } ?? nil
    tools = fields.tools("tools")
    clouds = CloudAuthorities(reading: &fields, for: tools)
    rotation = fields.readRotation()
  }
}

extension CertificateAuthority.Tier {
  fileprivate init?(reading fields: inout MappingReader) {
    let name: Located<AuthorityName>? = fields.required("name", help: "its files are called after it")
    settings = AuthoritySettings(reading: &fields)
    guard let name else { return nil }
    self.name = name
  }
}
