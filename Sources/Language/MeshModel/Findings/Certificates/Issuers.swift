internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let unknownIssuer = FindingCode(
    501, "unknown-issuer", .error, restsOn: ["certificateAuthority"],
    Explanation(
      meaning: "An authority is to be signed by one that does not come before it.",
      harm: "Nobody could sign its request. The issuers are `root` and the tiers, each of which comes after its own.",
      wrong: """
        certificateAuthority:
          tiers: [{name: issuing-eu}]
          intermediates: {issuer: isuing-eu}
        """,
      right: """
        certificateAuthority:
          tiers: [{name: issuing-eu}]
          intermediates: {issuer: issuing-eu}
        """))

  static let duplicateAuthority = FindingCode(
    502, "duplicate-authority", .error, restsOn: .authorities,
    Explanation(
      meaning: "Two authorities keep their keys and certificates in folders of the same name.",
      harm: """
        A tier's files lie in a folder called after it, the root's in `root`, a cluster's in that of its location. The \
        second authority's key would replace the first one's.
        """,
      wrong: "certificateAuthority: {tiers: [{name: cluster1}]}",
      right: "certificateAuthority: {tiers: [{name: issuing}]}"))

  static let unusedTier = FindingCode(
    503, "unused-tier", .warning, restsOn: .authorities,
    Explanation(
      meaning: "A tier of the CA hierarchy signs nothing.",
      harm: """
        Each tier is signed by the one before it, and the clusters' authorities by the last, unless they say `issuer`. \
        A key that nobody needs is one that somebody has to guard.
        """,
      wrong: """
        certificateAuthority:
          tiers: [{name: issuing-eu}, {name: issuing-us, issuer: root}]
        """,
      right: """
        certificateAuthority:
          tiers: [{name: issuing-eu}]
        """))

  static let tooManyTiers = FindingCode(
    504, "too-many-tiers", .error, restsOn: .authorities,
    Explanation(
      meaning: "There are more than four authorities on the way from the root to a workload.",
      harm: """
        Every workload sends the whole chain at each handshake, and every tier is a key that can be lost and a \
        certificate that ends. Two tiers are enough for most meshes, three where a cluster's key must not be signed by \
        the root's; nobody needs five.
        """,
      wrong: "certificateAuthority: {tiers: [{name: one}, {name: two, lifetime: 4y}, {name: three, lifetime: 3y}]}",
      right: "certificateAuthority: {tiers: [{name: one}, {name: two, lifetime: 4y}]}"))

  static let authorityInRemote = FindingCode(
    505, "authority-in-remote", .error,
    Explanation(
      meaning: "A cluster whose control plane is another cluster's says something about an authority of its own.",
      harm: """
        The primary's istiod signs the workloads of a remote cluster. A key in the remote would be one more that can \
        sign for every workload of the mesh, for nothing.
        """,
      sources: ["istio/istio, manifests/helm-profiles/remote.yaml"],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443", certificateAuthority: {lifetime: 1y}}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}, certificateAuthority: {lifetime: 1y}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func unknownIssuer(_ issuer: Located<AuthorityName>, known: [String]) -> Finding {
    let meant = nearest(to: issuer.value.description, among: known)
    return Finding(
      .unknownIssuer, "no authority that comes before is called `\(issuer.value)`", at: issuer.range,
      help: "\(meant.map { "did you mean `\($0)`? " } ?? "")it is one of \(listed(known))",
      fix: meant.map { Fix(issuer.range, $0) }, mistake: "no issuer \(issuer.value)",
      obscures: ["certificateAuthority.tiers[].issuer"])
  }

  static func duplicateAuthority(_ name: Located<String>, _ other: String, at place: SourceRange?) -> Finding {
    Finding(
      .duplicateAuthority, "`\(name.value)` is the folder of \(other)", at: name.range,
      notes: place.map { [Annotation($0, "whose files lie there")] } ?? [],
      help: "clusters, their locations and tiers have names of their own, and none is called `root`")
  }

  static func unusedTier(_ tier: Authority) -> Finding {
    Finding(
      .unusedTier, "\(tier.inWords) signs nothing", at: tier.place,
      help: "remove it, or let an authority say `issuer: \(tier.id)`")
  }

  static func tooManyTiers(_ authority: Authority, count: Int) -> Finding {
    Finding(
      .tooManyTiers, "\(authority.inWords) would be number \(count) on the way from the root", at: authority.place,
      help: "four are the most: the root, two tiers and a cluster's own")
  }

  static func authorityInRemote(_ settings: AuthoritySettings, of cluster: Cluster) -> Finding {
    Finding(
      .authorityInRemote, "\(cluster.inWords) signs nothing: its control plane is another cluster's",
      at: settings.place, notes: [Annotation(cluster.place, "a remote")], help: "remove it")
  }
}
