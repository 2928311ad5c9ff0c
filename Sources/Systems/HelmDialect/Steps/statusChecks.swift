internal import Istio
internal import MeshModel
internal import MeshNames
package import Planning

extension HelmInstallation {
  /// A release says that it was installed; its Deployment, whether it still runs.
  package var statusChecks: [PlannedVerification.Check] {
    [isDeployed] + (scope.isPrimary ? [runs] : [])
  }

  private var isDeployed: PlannedVerification.Check {
    .init(
      "the release of the control plane is deployed",
      Command(["helm", "--kube-context", "\(context)", "status", istiodName, "--namespace", "\(system)"]),
      answers: ["STATUS: deployed"])
  }

  private var runs: PlannedVerification.Check {
    .init(
      "the control plane runs",
      kubectl(
        "get", "deployment/\(istiodName)",
        #"--output=jsonpath={.status.conditions[?(@.type=="Available")].status}"#), answers: ["True"])
  }
}
