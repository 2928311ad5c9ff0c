package import Diagnostics

/// What can be wrong with what the operator is to install, in the order of the numbers.
package enum SailFindings {
  package static let codes: [FindingCode] = [
    .unsupportedVersion, .endOfLife, .notInServiceMesh, .operatorCannotInstall, .vendorBuildByOperator,
    .hubOfDigests,
  ]
}
