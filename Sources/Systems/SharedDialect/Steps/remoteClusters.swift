internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What makes a cluster a remote one.
extension LegacyCluster {
  var remoteChartStep: Step {
    chartStep(
      "Install what a remote cluster has of Istio, with Helm 2", remoteChart, values: remoteValues,
      after: [step(.trust), main.reachableStep] + (sharedKindsStep.map { [$0.id] } ?? []),
      uses: main.endpointBindings.map(\.name), detail: "chart")
  }

  /// Up to 1.0, remote clusters have a chart of their own.
  var remoteChart: ArchivedChart {
    let isOwn = version < Version(1, 1, 0)
    return ArchivedChart(
      isOwn ? "install/kubernetes/helm/istio-remote" : Self.istioChart, release: "istio-remote",
      isNamespaced: isOwn && hasMutualTLS)
  }

  /// The chart has the account, too, and cannot leave it out; applied later, this is what it is.
  var remoteStep: Step {
    Step(
      step(.controlPlane), in: name, .controlPlane,
      "Add the control plane's services that the chart leaves out, and the account that it reads the cluster with",
      .apply(readerAccess + missingServices), after: [remoteChartStep.id], uses: main.endpointBindings.map(\.name))
  }

  var tokenStep: Step {
    Step(
      step(.discovery), in: name, .discovery, "Ask for the token that the control plane reads the cluster with",
      .apply([readerToken]), after: [step(.controlPlane)],
      gates: [
        Gate(
          "the token is there",
          Command(["sh", "-c", "test -n \"$(\(readToken("token")))\""]), timeout: 60)
      ])
  }

  /// Gives the control plane a kubeconfig for this cluster.
  ///
  /// Pilot of the time knows a cluster by the key of the Secret's data, and takes no notice when the data changes: to
  /// replace a token, delete the Secret first (istio/istio 1.0.9, pilot/pkg/config/clusterregistry/secretcontroller.go). The
  /// shell's own commands take the token in, so that it is no program's argument and in no file.
  var remoteSecretStep: Step {
    let template = PlannedFile(["kubeconfig", "secret.template"], .text(remoteSecretTemplate))
    let script = """
      \(main.kubectl("get", "secret", name.description).shellLine) && exit
      token=$(\(readToken("token")) | base64 -d) || exit 1
      authority=$(\(readToken(#"ca\.crt"#))) || exit 1
      while IFS= read -r line; do
        case "$line" in
          *\(Self.tokenMark)) printf '%s%s\\n' "${line%\(Self.tokenMark)}" "$token" ;;
          *\(Self.authorityMark)) printf '%s%s\\n' "${line%\(Self.authorityMark)}" "$authority" ;;
          *) printf '%s\\n' "$line" ;;
        esac
      done <\(path("kubeconfig", "secret.template")) | \(Command.kubectl(in: main.context, "create", "-f", "-").shellLine)
      """
    return Step(
      step(.discovery, "remote-secret"), in: name, .discovery, "Give the control plane a kubeconfig for the cluster",
      .run([Command(["sh", "-c", script])]), after: [step(.discovery), main.step(.controlPlane)], files: [template])
  }

  private func readToken(_ field: String) -> String {
    kubectl("get", "secret", Self.readerTokenName, "--output=jsonpath={.data.\(field)}").shellLine
  }
}
