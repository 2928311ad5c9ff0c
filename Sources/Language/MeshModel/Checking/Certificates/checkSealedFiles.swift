internal import Diagnostics

/// Sealed files are used by one way of delivery alone, and certificate and key change together.
func checkSealedFiles(_ topology: Topology, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let sealed = cluster.certificateAuthority?.sealed, let name = cluster.name?.value else { continue }
    let isUsed = sealed.values.keys.allSatisfy(hierarchy.secretFiles.contains)
    guard hierarchy.delivery(to: name).isSealed, isUsed else {
      log.report(.unusedSealedFiles(sealed, delivery: hierarchy.deliveries[name]?.range))
      continue
    }
    let missing = hierarchy.secretFiles.filter { sealed.values[$0] == nil }
    if !missing.isEmpty, !sealed.values.isEmpty { log.report(.partlySealed(sealed, missing: missing)) }
  }
}
