internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What brings a cluster into the fleet.
extension FleetMember {
  /// asmcli installs the release that it came with, and no other.
  var asmcliStep: Step {
    let version = "asmcli --version | grep --quiet --fixed-strings \(options.release)"
    return Step(
      StepID(wholeMesh: .operator), in: nil, .operator,
      "Put asmcli \(options.release) on the path: https://storage.googleapis.com/csm-artifacts/asm/asmcli_"
        + options.release.istio.series, .run([]),
      gates: [Gate("asmcli is that of the release", Command(["sh", "-c", version]), timeout: 60)])
  }

  /// Registers the cluster under its name, unless its platform has.
  ///
  /// Left to asmcli, the membership would be called after the nanosecond at which it was made, and the cluster's name as
  /// istiod knows it with it (anthos-service-mesh-packages, asmcli/asmcli.sh).
  var registrationStep: Step {
    let membership = Command.kubectl(
      in: scope.context, "get", "memberships.hub.gke.io", "membership", "--output=jsonpath={.spec.owner.id}")
    let register = """
      \(membership.shellLine) || {
      \(Self.folderScript)
      \(copyScript)
      gcloud container fleet memberships register \(name) --project=\(options.project) --kubeconfig=\(copy) \
      --context=\(contextWord) --enable-workload-identity\(issuerOption)
      }
      """
    return Step(
      scope.step(.operator, "membership"), in: name, .operator, "Register the cluster in the fleet, under its name",
      .run([Command(["sh", "-c", register])]), after: [scope.step(.namespaces), StepID(wholeMesh: .operator)],
      gates: [
        Gate(
          "the cluster is a member of the fleet under its name",
          Command(["sh", "-c", "\(membership.shellLine) | grep --quiet '/memberships/\(name)$'"]), timeout: 60)
      ])
  }

  /// AKS keeps the keys of its service accounts' tokens where Google does not reach them (cloud.google.com, "Install
  /// in-cluster Cloud Service Mesh").
  private var issuerOption: String { scope.cluster.platform == .aks ? " --has-private-issuer" : "" }
}
