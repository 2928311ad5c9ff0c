package import Diagnostics

/// What can be wrong with a mesh of today's Istio, whoever installs it, in the order of the numbers.
package enum IstioFindings {
  package static let codes: [FindingCode] = [
    .sharedNamespace, .namedControlPlane, .ambientUnsupported, .ambientOnOneNetwork, .kubeconfigFilesTooOld,
    .pluginNotAllowed, .injectedForAnotherPlatform, .unmaintainedRelease, .faultyRelease, .unreadCredentials,
    .retiredPlace, .nothingThere, .otherImages,
    .unknownAuthority, .unknownRevision, .mixedDataPlanes,
    .namespaceElsewhere, .spreadSystemServices, .injectionURL, .failoverByLabels, .hiddenControlPlane, .localServices,
    .severalRoots, .hiddenNamespace, .anotherSigner, .hiddenExports, .keptAtHome, .unknownVariable,
    .meshNetworks, .gatewaysOfOneNetwork, .misplacedAmbient, .unfollowedName,
    .severedLink, .exportedServicesOnly, .foreignHost,
  ]
}
