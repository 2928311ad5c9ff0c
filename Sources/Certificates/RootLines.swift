internal import MeshModel
internal import MeshNames

/// The authorities below the root, and while another takes its place, those below the next one.
struct RootLines {
  private let hierarchy: AuthorityHierarchy
  private let old: [PlannedAuthority]
  private let new: [PlannedAuthority]

  init(_ topology: CheckedTopology, _ clusters: [CheckedCluster]) {
    hierarchy = topology.certificateAuthority
    old = plannedAuthorities(of: topology, in: clusters, hierarchy.generation)
    new = hierarchy.rotation == nil ? [] : plannedAuthorities(of: topology, in: clusters, hierarchy.generation.next)
  }

  /// What a cluster gets in its state.
  func delivery(to cluster: CheckedCluster, in namespace: NamespaceName) -> CertificatePlan.Delivery? {
    let state = hierarchy.rotation?[cluster.name]
    let line = (state ?? .prepared) >= .signsWithNew ? new : old
    guard let authority = line.first(where: { $0.cluster == cluster.name }) else { return nil }
    let roots = [old.first, new.first].compactMap { $0 }
    let anchors =
      switch state {
      case nil, .prepared: roots.prefix(1)
      case .trustsBoth, .signsWithNew: roots[...]
      case .done: roots.suffix(1)
      }
    return CertificatePlan.Delivery(
      cluster: cluster.name, namespace: namespace, location: cluster.location, authority: authority.id,
      chain: IssuerLines(line).chain(from: authority), anchors: Array(anchors), rotation: state)
  }

  /// The authorities that some cluster uses or trusts; without a rotation, all.
  func authorities(of deliveries: [CertificatePlan.Delivery]) -> [PlannedAuthority] {
    guard hierarchy.rotation != nil else { return old }
    let used = Set(deliveries.flatMap { $0.chain + $0.anchors }.map(\.id))
    let authorities = (old + new).filter { used.contains($0.id) }
    // What is trusted is delivered with what signs, so both roots come first.
    return authorities.filter { $0.issuer == nil } + authorities.filter { $0.issuer != nil }
  }
}
