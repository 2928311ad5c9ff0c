package import Diagnostics

/// Every kind of change that there is, in the order of the numbers.
package enum ChangeKinds {
  package static let all: [ChangeKind] =
    identityKinds + trustKinds + releaseKinds + reachKinds + membershipKinds + controlPlaneKinds + sharingKinds
    + objectKinds + harmlessKinds

  package static var codes: [FindingCode] { all.map(\.code) }
}
