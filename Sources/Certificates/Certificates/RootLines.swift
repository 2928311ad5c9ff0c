internal import MeshModel
internal import MeshNames

/// The authorities below the root, and while another takes its place, those below the next one.
struct RootLines {
  private let hierarchy: AuthorityHierarchy
  private let old: RootLine
  private let new: RootLine?

  init(_ hierarchy: AuthorityHierarchy, _ clusters: [CheckedCluster]) {
    self.hierarchy = hierarchy
    old = RootLine(plannedAuthorities(of: hierarchy, in: clusters, hierarchy.generation))
    new =
      hierarchy.rotation == nil
      ? nil : RootLine(plannedAuthorities(of: hierarchy, in: clusters, hierarchy.generation.next))
  }

  /// What a cluster gets in its state.
  func delivery(to cluster: CheckedCluster, in namespace: NamespaceName) -> CertificatePlan.Delivery? {
    let state = hierarchy.rotation?[cluster.name]
    let line = (state ?? .prepared) >= .signsWithNew ? new ?? old : old
    guard let authority = line.byCluster[cluster.name] else { return nil }
    let roots = [old.authorities.first, new?.authorities.first].compactMap { $0 }
    let anchors =
      switch state {
      case nil, .prepared: roots.prefix(1)
      case .trustsBoth, .signsWithNew: roots[...]
      case .done: roots.suffix(1)
      }
    return CertificatePlan.Delivery(
      cluster: cluster.name, namespace: namespace, way: hierarchy.delivery(to: cluster.name),
      location: cluster.location, authority: authority.id,
      chain: line.issuers.chain(from: authority), anchors: Array(anchors), rotation: state)
  }

  /// The authorities of the plan: below both roots, as long as a cluster is on its way.
  ///
  /// Those below the next root, and their CRLs, come as soon as it is trusted anywhere, and those below the old one stay
  /// until the last cluster has forgotten it. Envoy refuses a peer whose chain has an authority without a CRL, so each
  /// has to be known a state before it signs, and a state longer than it does.
  func authorities(of deliveries: [CertificatePlan.Delivery]) -> [PlannedAuthority] {
    guard let new else { return old.authorities }
    let states = deliveries.compactMap(\.rotation)
    let authorities =
      (states.contains { $0 < .done } ? old.authorities : [])
      + (states.contains { $0 > .prepared } ? new.authorities : [])
    // What is trusted is delivered with what signs, so both roots come first.
    return authorities.filter { $0.issuer == nil } + authorities.filter { $0.issuer != nil }
  }
}

/// All authorities below one root, itself the first of them.
private struct RootLine {
  let authorities: [PlannedAuthority]
  let byCluster: [ClusterName: PlannedAuthority]
  let issuers: IssuerLines

  init(_ authorities: [PlannedAuthority]) {
    self.authorities = authorities
    let pairs = authorities.compactMap { authority in authority.cluster.map { ($0, authority) } }
    byCluster = Dictionary(pairs) { first, _ in first }
    issuers = IssuerLines(authorities)
  }
}
