internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Every authority below one of the mesh's roots, issuers before those whom they sign.
func plannedAuthorities(
  of hierarchy: AuthorityHierarchy, in clusters: [CheckedCluster], _ generation: Generation
) -> [PlannedAuthority] {
  let intermediates = Dictionary(hierarchy.intermediates.map { ($0.id, $0) }) { first, _ in first }
  let locations = Dictionary(clusters.map { ($0.name, $0.location) }) { first, _ in first }
  let authorities =
    [hierarchy.root] + hierarchy.tiers + clusters.compactMap { intermediates["cluster-\($0.name)"] }
  let family = Family(authorities, hierarchy.depths, workloads: hierarchy.workloads)
  return authorities.map { authority in
    PlannedAuthority(authority, family, location: authority.cluster.flatMap { locations[$0] }, hierarchy, generation)
  }
}

/// What an authority's certificate takes from those above and below it.
struct Family {
  private let authorities: [String: Authority]
  /// The longest lifetime of those that each authority signs, in days.
  private let longest: [String: Int]
  private let depths: [String: Int]

  private let workloads: WorkloadLifetimes

  init(_ authorities: [Authority], _ depths: [String: Int], workloads: WorkloadLifetimes) {
    self.workloads = workloads
    self.authorities = Dictionary(authorities.map { ($0.id, $0) }) { first, _ in first }
    self.depths = depths
    var longest: [String: Int] = [:]
    for authority in authorities {
      guard let issuer = authority.issuer else { continue }
      longest[issuer] = max(longest[issuer] ?? 0, authority.lifetime.value.days)
    }
    self.longest = longest
  }

  func issuer(of authority: Authority) -> Authority? { authority.issuer.flatMap { authorities[$0] } }

  func depth(below authority: Authority) -> Int { depths[authority.id] ?? 0 }

  /// How many authorities stand above one.
  func tier(of authority: Authority) -> Int { issuer(of: authority).map { tier(of: $0) + 1 } ?? 0 }

  /// In days, for how long an authority can sign what ends before it does.
  ///
  /// A workload's certificate may live as long as istiod allows.
  func signingPeriod(of authority: Authority) -> Int {
    max(
      0, authority.lifetime.value.days - (authority.cluster == nil ? longest[authority.id] ?? 0 : workloads.longestDays)
    )
  }
}
