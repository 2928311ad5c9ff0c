internal import Istio
internal import MeshNames
package import Planning
internal import SailOperator

extension SailInstallation {
  /// What the operator says of its objects.
  package var statusChecks: [PlannedVerification.Check] {
    [
      isHealthy("the control plane", "istios.sailoperator.io/\(controlPlaneName)"),
      isHealthy("the CNI plug-in", "istiocnis.sailoperator.io/default"),
    ] + (isAmbient ? [isHealthy("the proxies of the nodes", "ztunnels.sailoperator.io/default")] : [])
  }

  private func isHealthy(_ what: String, _ object: String) -> PlannedVerification.Check {
    .init(
      "the operator finds nothing wrong with \(what)",
      .kubectl(in: context, "get", object, "--output=jsonpath={.status.state}"), answers: ["Healthy"])
  }
}
