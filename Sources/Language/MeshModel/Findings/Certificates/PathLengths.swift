internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let pathLengthTooSmall = FindingCode(
    509, "path-length-too-small", .error, restsOn: .authorities,
    Explanation(
      meaning: "An authority may have fewer authorities below it than the topology plans.",
      harm: """
        istiod starts with such a certificate, since it verifies its own authority as if that were a workload. Then \
        every connection between clusters fails: Envoy with \"path length constraint exceeded\", Go with \"too many \
        intermediates\".
        """,
      sources: ["RFC 5280, section 4.2.1.9"],
      wrong: "certificateAuthority: {root: {pathLength: 0}}",
      right: "certificateAuthority: {root: {pathLength: 1}}"))

  static let pathLengthUnbounded = FindingCode(
    510, "path-length-unbounded", .warning, restsOn: .authorities,
    Explanation(
      meaning: "No authority below the root says how many authorities may follow.",
      harm: """
        Whoever gets hold of a cluster's key can then sign authorities of his own, which outlive the replacement of \
        that key. A bound on the root does not help: Envoy takes no notice of one in a certificate that signs itself, \
        and ztunnel keeps no more of a root than its name and its key. A path length of 0 on the clusters' \
        authorities, or of 1 on the tier above them, is what all of them honour.
        """,
      sources: ["RFC 5280, section 6.1.4 (l)", "cert-manager/cert-manager#2820"],
      wrong: "certificateAuthority: {intermediates: {pathLength: none}}",
      right: "certificateAuthority: {tiers: [{name: issuing, pathLength: 1}], intermediates: {pathLength: none}}"))
}

extension Finding {
  static func pathLengthTooSmall(_ length: Located<PathLength>, _ authority: Authority, needed: Int) -> Finding {
    Finding(
      .pathLengthTooSmall,
      "\(authority.inWords) has up to \(needed) authorit\(needed == 1 ? "y" : "ies") below it, and may have \(length.value)",
      at: length.range, help: "leave it out, and it is what the tiers need", fix: Fix(length.range, "\(needed)"))
  }

  static func pathLengthUnbounded(_ authority: Authority, dropped: Bool) -> Finding {
    Finding(
      .pathLengthUnbounded, "nothing below the root bounds what \(authority.inWords) can sign", at: authority.place,
      help: dropped
        ? "cert-manager writes no path length: put a tier between root and clusters, which gets one"
        : "leave `pathLength` out, and it is 0")
  }
}
