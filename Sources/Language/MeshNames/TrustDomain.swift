/// The trust domain of a mesh: the authority part of its workloads' SPIFFE IDs.
package struct TrustDomain: TextValue {
  package let description: String

  /// What Istio uses when nobody says otherwise (istio/api, mesh/v1alpha1/config.proto, trust_domain).
  package static let clusterLocal = TrustDomain(literal: "cluster.local")

  package init(parsing text: String) throws(Misfit) {
    // SPIFFE-ID, section 2.1: lower-case letters, digits, dots, dashes and underscores, at most 255 bytes.
    let expected = "lower-case letters, digits, `.`, `-` and `_`, at most 255"
    guard !text.isEmpty else { throw Misfit("is empty", expected: expected) }
    guard text.utf8.count <= 255 else { throw Misfit("has \(text.utf8.count) characters", expected: expected) }
    if let wrong = text.unicodeScalars.first(where: { !Self.allows($0) }) {
      throw Misfit("has `\(wrong)` in it", expected: expected)
    }
    description = text
  }

  private init(literal: String) { description = literal }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", ".", "-", "_": true
    default: false
    }
  }
}
