internal import Diagnostics
package import MeshNames

/// The certification authorities of a mesh: a root, and below it one intermediate for each cluster.
package struct AuthorityHierarchy: Sendable {
  package let profile: CertificateProfile
  package let root: AuthoritySpecification
  package let intermediates: AuthoritySpecification

  /// What the authorities of one tier have in common.
  package struct AuthoritySpecification: Equatable, Sendable {
    package let subject: Subject
    package let key: KeyAlgorithm
    package let lifetime: Lifetime
  }

  /// Fills in what the topology leaves out.
  ///
  /// A root with an RSA key is taken for one that follows Istio's own scripts, which make nothing else, and gets their
  /// extensions; any other hierarchy gets the strict ones, unless the topology says which.
  /// Citadel, which signs up to 1.5, was made for RSA keys (istio/istio#11128), and asmcli takes no others.
  init(_ written: CertificateAuthority?, mesh: MeshID, needsRSAKeys: Bool) {
    let profile = written?.profile?.value ?? Self.profile(forRoot: written?.root?.key?.value)
    self.profile = profile
    root = AuthoritySpecification(written?.root, default: .root(profile, mesh, needsRSAKeys))
    intermediates = AuthoritySpecification(
      written?.intermediates, default: .intermediate(profile, mesh, needsRSAKeys))
  }

  private static func profile(forRoot key: KeyAlgorithm?) -> CertificateProfile {
    if case .rsa = key { .istioSample } else { .strict }
  }
}

extension AuthorityHierarchy.AuthoritySpecification {
  fileprivate init(_ written: CertificateAuthority.Authority?, default standard: Self) {
    self.init(
      subject: written?.subject ?? standard.subject, key: written?.key?.value ?? standard.key,
      lifetime: written?.lifetime?.value ?? standard.lifetime)
  }

  /// Ten years, for a key that its custodians use once a year; P-384, on which all tools agree.
  fileprivate static func root(_ profile: CertificateProfile, _ mesh: MeshID, _ needsRSAKeys: Bool) -> Self {
    profile == .istioSample
      ? Self(
        subject: .init(commonName: "Root CA", organization: "Istio"), key: .rsa(bits: 4096), lifetime: .init(days: 3650)
      )
      : Self(
        subject: .init(commonName: "Root CA", organization: mesh.description),
        key: needsRSAKeys ? .rsa(bits: 4096) : .ecdsa(.p384),
        lifetime: .init(days: 3650))
  }

  /// One year, so that it is renewed by people who have done it before.
  fileprivate static func intermediate(_ profile: CertificateProfile, _ mesh: MeshID, _ needsRSAKeys: Bool) -> Self
  {
    profile == .istioSample
      ? Self(
        subject: .init(commonName: "Intermediate CA", organization: "Istio"), key: .rsa(bits: 4096),
        lifetime: .init(days: 365))
      : Self(
        subject: .init(commonName: "Intermediate CA", organization: mesh.description),
        key: needsRSAKeys ? .rsa(bits: 2048) : .ecdsa(.p256),
        lifetime: .init(days: 365))
  }
}
