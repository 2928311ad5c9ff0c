package import Diagnostics

/// What can be wrong with meshes that share services, whatever joins them, in the order of the numbers.
package enum PeerFindings {
  package static let codes: [FindingCode] = [
    .keyOfOneMesh, .duplicateMesh, .singleMesh, .unknownMesh, .meshElsewhere, .idleCluster, .sharedTrustDomain,
    .peerPair,
    .lonelyMesh, .sharedSystemNamespace, .misplacedMember, .noPeer, .duplicateImport, .exportSelector, .exportOutside,
    .aliasCollision, .unexportedImport, .floatingImport, .domainSuffix, .shadowedRule, .localityHierarchy, .sameRegion,
  ]
}
