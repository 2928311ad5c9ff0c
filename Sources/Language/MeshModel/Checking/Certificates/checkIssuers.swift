internal import Diagnostics
internal import MeshNames

/// Every authority is signed by one that comes before it, at most three stand above it, and each tier signs something.
func checkIssuers(_ topology: Topology, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  let signers = hierarchy.mesh.signers.compactMap(\.settings)
  guard topology.certificateAuthority != nil || !signers.isEmpty else { return }
  let tiers = topology.certificateAuthority?.tiers ?? []
  let names = [AuthorityName.root] + tiers.map(\.name.value)
  for (index, tier) in tiers.enumerated() { checkIssuer(tier.settings, among: names[...index], &log) }
  checkIssuer(topology.certificateAuthority?.intermediates, among: names[...], &log)
  for signer in signers { checkIssuer(signer, among: names[...], &log) }

  let ranks = hierarchy.ranks
  if let authority = (hierarchy.tiers + hierarchy.intermediates).first(where: { ranks[$0.id] ?? 0 > 4 }) {
    log.report(.tooManyTiers(authority, count: ranks[authority.id] ?? 0))
  }
  let issuers = Set(hierarchy.links.map(\.issuer.id))
  for tier in hierarchy.tiers where !issuers.contains(tier.id) { log.report(.unusedTier(tier)) }
}

private func checkIssuer(
  _ settings: AuthoritySettings?, among known: ArraySlice<AuthorityName>, _ log: inout FindingLog
) {
  guard let issuer = settings?.issuer, !known.contains(issuer.value) else { return }
  log.report(.unknownIssuer(issuer, known: known.map(\.description)))
}

/// Each authority has a folder of its own, and a name of its own in the ceremony.
func checkFolders(_ topology: Topology, _ log: inout FindingLog) {
  var owners: [String: (words: String, place: SourceRange?)] = [AuthorityName.root.description: ("the root", nil)]
  for tier in topology.certificateAuthority?.tiers ?? [] {
    let name = tier.name.map(\.description)
    if let owner = owners[name.value] { log.report(.duplicateAuthority(name, owner.words, at: owner.place)) }
    owners[name.value] = ("the tier `\(name.value)`", name.range)
  }
  for cluster in topology.clusters {
    let names = [cluster.name?.map(\.description), cluster.location?.map(\.description)].compactMap { $0 }
    if let name = names.first(where: { owners[$0.value] != nil }), let owner = owners[name.value] {
      log.report(.duplicateAuthority(name, owner.words, at: owner.place))
    }
  }
}

/// A remote of today's Istio has no istiod, and so nothing that could sign.
func checkRemotes(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.controlPlane?.mode?.value == .primaryRemote else { return }
  for cluster in topology.remotes {
    if let settings = cluster.certificateAuthority { log.report(.authorityInRemote(settings, of: cluster)) }
  }
}
