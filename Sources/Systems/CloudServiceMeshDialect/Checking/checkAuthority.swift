internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Who signs can sign there, with the keys that the topology has for it.
func checkAuthority(_ topology: Topology, _ log: inout FindingLog) {
  guard let fleet = topology.fleet, let authority = fleet.certificateAuthority else { return }
  if authority.value == .caService {
    for cluster in topology.clusters where ![.premises, .googleCloud].contains(cluster.site) {
      log.report(.authorityNotOffered(authority, on: cluster))
    }
  } else if let pool = fleet.caPool {
    log.report(.misplacedPool(pool, authority: authority))
  }
  let places = [topology.certificateAuthority?.place] + topology.clusters.map(\.certificateAuthority?.place)
  if !authority.value.isIstiod, let place = places.compactMap({ $0 }).first {
    log.report(.unusedAuthority(at: place, authority: authority))
  }
  let settings = [topology.certificateAuthority?.intermediates] + topology.clusters.map(\.certificateAuthority)
  for key in settings.compactMap({ $0?.key }) where authority.value.isIstiod {
    if case .ecdsa = key.value { log.report(.keysForOpenSSL(key)) }
  }
}

/// Who issues the certificates of istiod's webhooks follows from the platform, the authority and the release.
func checkCertificateProvider(_ topology: Topology, _ release: PackageVersion, _ log: inout FindingLog) {
  guard let authority = topology.fleet?.certificateAuthority else { return }
  for cluster in topology.clusters {
    let provider = CertificateProvider(on: cluster.platform?.value ?? .kubernetes, authority.value, release)
    guard case .scalar(let written) = topology.value("global.pilotCertProvider", for: cluster),
      written.text != provider.rawValue
    else { continue }
    log.reportOnce(.certificateProvider(written.text, at: written.range, of: cluster, right: provider))
  }
}
