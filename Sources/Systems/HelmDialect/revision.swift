internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames

/// The name of the revision that runs a release of Istio: what the topology says, or what its way of updating calls for.
func revision(of build: IstioBuild, _ controlPlane: ControlPlane?) -> String {
  if let name = controlPlane?.revision?.value { return name.description }
  guard controlPlane?.updateStrategy?.value == .revisionBased else { return IstioOptions.standardRevision }
  return build.asRevision
}
