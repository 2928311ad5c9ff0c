package import Diagnostics

/// What can be wrong with services that are made known by hand, in the order of the numbers.
package enum DiscoveryFindings {
  package static let codes: [FindingCode] = [
    .unnamedService, .clashingHost, .liveService, .unstatedIdentity, .unusedExport, .exportedPorts, .sharedCluster,
    .localServiceWins, .visibleExport, .differentPorts, .nothingToDiscover,
  ]
}
