internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let nameNotPermitted = FindingCode(
    514, "name-not-permitted", .error, restsOn: .authorities,
    Explanation(
      meaning: "The name constraints of an authority rule out a name that it, or what it signs, must have.",
      harm: """
        Every peer refuses a chain in which a name lies outside of what an authority above it permits. A permitted \
        subtree of URIs that is not the trust domain refuses every workload of the mesh.
        """,
      sources: ["RFC 5280, section 4.2.1.10", "istio/istio#23916"],
      wrong: """
        mesh: {trustDomain: mesh.example.com}
        certificateAuthority: {intermediates: {nameConstraints: {permitted: {uri: [cluster.local]}}}}
        """,
      right: """
        mesh: {trustDomain: mesh.example.com}
        certificateAuthority: {intermediates: {nameConstraints: {permitted: {dns: [svc], uri: [mesh.example.com]}}}}
        """))

  static let uriConstraintInAmbient = FindingCode(
    515, "uri-constraint-in-ambient", .error, restsOn: .authorities,
    Explanation(
      meaning: "An authority of an ambient mesh constrains URIs.",
      harm: """
        ztunnel verifies with rustls-webpki, which from 0.103.12 on refuses every URI below an authority that permits \
        some of them, because it cannot tell whether they match. A SPIFFE ID is a URI: no workload could connect.
        """,
      sources: ["RUSTSEC-2026-0098", "SPIFFE X509-SVID, section 4.2"],
      wrong: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        certificateAuthority: {intermediates: {nameConstraints: {permitted: {uri: [cluster.local]}}}}
        """,
      right: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        certificateAuthority: {intermediates: {nameConstraints: {permitted: {dns: [svc]}}}}
        """))
}

extension Finding {
  static func nameNotPermitted(_ name: String, _ constraint: Located<String>?, _ constraints: NameConstraints)
    -> Finding
  {
    Finding(
      .nameNotPermitted,
      constraint.map { "`\($0.value)` rules out `\(name)`" } ?? "`\(name)` lies in none of the permitted subtrees",
      at: constraint?.range ?? constraints.place, help: "\(constraint == nil ? "permit" : "do not exclude") `\(name)`")
  }

  static func uriConstraintInAmbient(_ constraint: Located<TrustDomain>, dataPlane: SourceRange) -> Finding {
    Finding(
      .uriConstraintInAmbient, "ztunnel refuses every workload below an authority that constrains URIs",
      at: constraint.range, notes: [Annotation(dataPlane, "ambient")], help: "constrain DNS names alone")
  }
}
