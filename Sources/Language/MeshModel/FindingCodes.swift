package import Diagnostics

/// What can be wrong with a topology whatever it is compiled for, in the order of the numbers.
package enum ModelFindings {
  package static let codes: [FindingCode] = [
    .unknownKey, .missingKey, .wrongKind, .unknownWord, .invalidValue, .unknownLanguage, .notSupportedYet, .emptyList,
    .keyMaterial, .ownedByEach,
    .duplicateCluster, .defaultClusterName, .unknownNetwork, .unusedNetwork, .duplicateNetwork, .overlappingRanges,
    .noAPIServer, .apiServerIsLocal, .apiServerNotHTTPS, .sharedAPIServer, .sharedContext, .sharedLocation,
    .singleCluster, .unstatedRanges, .roleNotOfMode, .gatewayWithoutNetworks, .noNetwork, .outlivesIssuer,
    .endsWithIssuer, .misplacedPrimary, .noRemotes, .unknownPrimary, .noPrimary, .gatewayAddress,
    .noRole, .externalClusters, .misplacedGateway, .gatewayScaling, .gatewayService, .foreignBalancer,
    .failingHealthCheck,
    .duplicateNamespace, .unknownCluster, .gatewayKind, .openGateway, .severalWays,
    .plaintextAcrossNetworks, .unstatedNodeAddress, .systemNamespace, .sharedTwice,
    .unknownIssuer, .duplicateAuthority, .unusedTier, .tooManyTiers, .authorityInRemote, .noSigningPeriod,
    .shorterThanWorkloads, .supersededTooLate, .pathLengthTooSmall, .pathLengthUnbounded, .noRevocation, .weakKey,
    .sameSubject, .nameNotPermitted, .uriConstraintInAmbient, .severalDeliveries, .keyInRepository,
    .longLivedCiphertext, .foreignRegion, .unneededCloud, .contestedConfigMap, .unusedSealedFiles, .partlySealed,
    .listsNotSigned,
    .listsWithoutPlace, .listsNotRead,
    .listOutlivesAuthority, .statesApart,
    .oneRootOnly, .rotationTooOld,
    .rotationInAmbient,
    .proxyProtocol, .gatewayPort, .gatewayView, .gatewayFamilies, .unreachedFamily, .halfReachedFamily,
    .regionalGateway, .addressBesideNodePorts,
    .foreignIdentity, .severalIdentities, .longCloudID, .terminatingLoadBalancer, .unknownRelease,
    .stillThere, .renamedToNothing,
  ]

  /// What can be wrong with a mesh because it is that of no fleet.
  package static let fleetCodes: [FindingCode] = [.nothingToDeriveFrom]

  /// What can be wrong with the way from one distribution to another.
  package static let migrationCodes: [FindingCode] = [.misplacedStage]

  /// What can be wrong with the services of modes whose clusters do not see each other's by themselves.
  package static let serviceCodes: [FindingCode] = [
    .keyNotOfMode, .duplicateService, .servicePorts, .subsetElsewhere, .nothingToImport, .neverInjected,
    .unknownService, .weights, .unreachableSubset, .duplicateRoute,
  ]
}
