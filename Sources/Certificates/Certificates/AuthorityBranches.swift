internal import MeshModel
internal import MeshNames

/// The authorities of a plan by who has signed them, and by what becomes of them: looked at once for all of them, since
/// there is one for each cluster.
struct AuthorityBranches {
  private let authorities: [String: PlannedAuthority]
  private let signed: [String: [PlannedAuthority]]
  /// The clusters of each authority, with their places among all of them.
  private let clusters: [String: [(place: Int, cluster: ClusterName)]]
  /// The place of each authority in the plan.
  private let places: [String: Int]
  /// Those that cert-manager makes anew by itself.
  private let renewed: Set<String>

  init(of plan: CertificatePlan) {
    authorities = Dictionary(plan.authorities.map { ($0.id, $0) }) { first, _ in first }
    signed = Dictionary(grouping: plan.authorities.filter { $0.issuer != nil }) { $0.issuer ?? "" }
    let deliveries = plan.deliveries.enumerated().map { (place: $0, cluster: $1.cluster, authority: $1.authority) }
    clusters = Dictionary(grouping: deliveries, by: \.authority).mapValues { $0.map { ($0.place, $0.cluster) } }
    places = Dictionary(plan.authorities.enumerated().map { ($1.id, $0) }) { first, _ in first }
    renewed = Set(plan.deliveries.filter(\.way.renewsItself).map(\.authority))
  }

  func issuer(of authority: PlannedAuthority) -> PlannedAuthority? { authority.issuer.flatMap { authorities[$0] } }

  /// Those that an authority has signed, and those below them, issuers first.
  func below(_ authority: PlannedAuthority) -> [PlannedAuthority] {
    let all = (signed[authority.id] ?? []).flatMap { [$0] + below($0) }
    return all.sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
  }

  /// The clusters whose certificates an authority signs, or one below it.
  func clusters(of authority: PlannedAuthority) -> [ClusterName] {
    let all = ([authority] + below(authority)).flatMap { clusters[$0.id] ?? [] }
    return all.sorted { $0.place < $1.place }.map(\.cluster)
  }

  /// Whether an authority is that of a cluster.
  func isDelivered(_ authority: PlannedAuthority) -> Bool { clusters[authority.id] != nil }

  /// Whether people replace an authority: a root has a rotation for that, and cert-manager renews by itself.
  func isKeptByHand(_ authority: PlannedAuthority) -> Bool {
    authority.issuer != nil && !renewed.contains(authority.id)
  }
}

extension CertificateDelivery {
  /// Whether the authority's certificate is made anew without anybody's doing.
  fileprivate var renewsItself: Bool { if case .certManager = self { true } else { false } }
}
