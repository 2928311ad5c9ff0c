internal import Certificates
internal import MeshModel

/// What a tool can put into a certificate, and where it can keep a key.
///
/// A plan is compared with this table; what does not fit becomes a deviation.
struct Abilities: Sendable {
  /// Whether the parts of a name stand in the order that is planned, and not in that of Go (crypto/x509/pkix, ToRDNSequence).
  var keepsSubjectOrder = true
  /// Which parts of a name come through, by their types.
  var subject: @Sendable (PlannedAuthority) -> [String] = { $0.subject.map(\.type) }
  /// The hash that the tool picks by the issuer's key, where it leaves no choice.
  var hash: @Sendable (KeyAlgorithm) -> String? = { _ in nil }
  /// The path length that it writes; `nil` for none.
  var pathLength: @Sendable (PlannedAuthority) -> Int? = { $0.pathLength }
  /// What becomes of a key usage.
  var keyUsage: @Sendable ([PlannedAuthority.KeyUsage]) -> [PlannedAuthority.KeyUsage] = { $0 }
  var setsNames: @Sendable (PlannedAuthority) -> Bool = { _ in true }
  /// Whether it gives an authority its SPIFFE ID.
  var setsIdentity: @Sendable (PlannedAuthority) -> Bool = { _ in true }
  var constrainsNames: @Sendable (PlannedAuthority) -> Bool = { _ in true }
  /// Whether it signs the CRL of an authority.
  var lists: @Sendable (PlannedAuthority) -> Lists = { _ in .numbered }
  /// Where it keeps the key of an authority.
  var storage: @Sendable (PlannedAuthority) -> String
  /// Who can use the key of an authority, where that is not the one who is planned.
  var holder: @Sendable (PlannedAuthority) -> String? = { _ in nil }
  /// Why, by property.
  var reasons: [Deviation.Property: String] = [:]

  /// CRLs, as a tool signs them: with a number, as RFC 5280, section 5.2.3, asks for, without, or not at all.
  enum Lists: Sendable { case numbered, unnumbered, none }
}
