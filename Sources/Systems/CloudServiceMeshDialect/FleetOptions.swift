internal import Diagnostics
package import Istio
package import MeshModel
package import MeshNames
internal import Planning

/// What the dialect reads of a topology beyond what all dialects do.
package struct FleetOptions: Sendable {
  package let release: PackageVersion
  package let istio: IstioOptions
  /// The fleet's host project, whose ID is the fleet's.
  package let project: ProjectID
  package let projectNumber: ProjectNumber
  package let authority: Fleet.Authority
  package let caPool: AuthorityPool?

  /// Reads the fleet; `nil` where it is not all there.
  init?(_ topology: Topology, _ release: PackageVersion) {
    guard let fleet = topology.fleet, let project = fleet.project?.value,
      let projectNumber = fleet.projectNumber?.value, let authority = fleet.certificateAuthority?.value
    else { return nil }
    self.release = release
    self.project = project
    self.projectNumber = projectNumber
    self.authority = authority
    caPool = fleet.caPool?.value
    istio = IstioOptions(
      release.istio, revision: topology.controlPlane?.revision?.value.description ?? release.asRevision)
  }

  /// One ceremony for all clusters, where istiod signs: the root is theirs in common.
  var trustSteps: [Step] { authority.isIstiod ? [ClusterScope.ceremonyStep()] : [] }
}
