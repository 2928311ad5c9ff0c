internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let foreignIdentity = FindingCode(
    534, "foreign-identity", .error, restsOn: .authorities,
    Explanation(
      meaning: "An authority would have the SPIFFE ID of another trust domain than the mesh's.",
      harm: """
        The ID says for which domain an authority signs. Verifiers that look at it refuse every workload below one of \
        another domain, since a signing certificate's domain is that of what it signs.
        """,
      sources: ["SPIFFE X509-SVID, section 4.1"],
      wrong: """
        mesh: {trustDomain: mesh.example.com}
        certificateAuthority: {root: {names: {uri: ["spiffe://cluster.local"]}}}
        """,
      right: """
        mesh: {trustDomain: mesh.example.com}
        certificateAuthority: {root: {names: {uri: ["spiffe://mesh.example.com"]}}}
        """))

  static let severalIdentities = FindingCode(
    535, "several-identities", .error, restsOn: .authorities,
    Explanation(
      meaning: "An authority would have more than one SPIFFE ID.",
      harm: "A certificate with more than one URI among its names is refused as an SVID, whatever the URIs are.",
      sources: ["SPIFFE X509-SVID, section 2"],
      wrong: """
        certificateAuthority: {root: {names: {uri: ["spiffe://cluster.local", "spiffe://cluster.local"]}}}
        """,
      right: """
        certificateAuthority: {root: {names: {uri: ["spiffe://cluster.local"]}}}
        """))
}

extension Finding {
  static func foreignIdentity(
    _ identity: Located<AuthorityIdentity>, domain: TrustDomain, at place: SourceRange?
  ) -> Finding {
    Finding(
      .foreignIdentity, "`\(identity.value)` is not of the mesh, whose trust domain is `\(domain)`", at: identity.range,
      notes: place.map { [Annotation($0, "the trust domain")] } ?? [], help: "write `spiffe://\(domain)`")
  }

  static func severalIdentities(_ identities: [Located<AuthorityIdentity>]) -> Finding {
    Finding(
      .severalIdentities, "an authority has one SPIFFE ID at most", at: identities[1].range,
      notes: [Annotation(identities[0].range, "the first")], help: "keep one of them")
  }
}
