internal import MeshModel
package import MeshNames
package import Planning
package import YAMLWriting

/// What the archive of a release is needed for: its kinds, and its charts.
extension LegacyCluster {
  /// The charts list a dependency that the archive may lack, and Helm then refuses to render them.
  package static func releaseStep(_ version: Version) -> Step {
    let script =
      version.isInstalledByHelm
      ? """
      chart="\(archive(version))/\(istioChart)"
      test -f "$chart/Chart.yaml" || exit 1
      if grep -qs 'name: istio-cni' "$chart/requirements.yaml" && ! [ -d "$chart/charts/istio-cni" ]; then
        awk '/^ *- name:/ {leave = /istio-cni/} !leave' "$chart/requirements.yaml" >"$chart/requirements.new" &&
          mv "$chart/requirements.new" "$chart/requirements.yaml"
      fi
      """
      : "test -x \"\(archive(version))/bin/istioctl\""
    return Step(
      StepID(wholeMesh: .operator), in: nil, .operator,
      "See that the archive of Istio \(version) is unpacked"
        + (version.isInstalledByHelm ? ", and its chart without the CNI plug-in, which is not used" : ""),
      .run([Command(["sh", "-c", script])]))
  }

  /// The kinds, which must be served before anything is made of them.
  package var kindsStep: Step? {
    guard version.isInstalledByHelm else { return nil }
    let apply = Command.kubectl(in: context, "apply", "-f").shellLine
    let script =
      version.hasInitChart
      ? """
      for kinds in "\(Self.archive(version))"/\(Self.initFiles); do
        \(apply) "$kinds" || exit 1
      done
      """
      : "\(apply) \"\(Self.archive(version))/\(Self.istioChart)/templates/crds.yaml\""
    return Step(
      step(.operator), in: name, .operator, "Install the kinds of Istio", .run([Command(["sh", "-c", script])]),
      after: [StepID(wholeMesh: .operator)],
      gates: [
        Gate(
          "the kinds are served",
          Command(
            Command.kubectl(in: context, "wait", "--for=condition=Established", "--timeout=1m").words
              + ["destinationrules", "gateways", "serviceentries", "virtualservices"].map {
                "crd/\($0).networking.istio.io"
              }),
          timeout: 60)
      ])
  }

  /// Renders a chart with values, which are a file of its own, and applies it.
  ///
  /// `detail` tells the step from another one of the phase.
  package func chartStep(
    _ description: String, _ chart: ArchivedChart, values: YAMLValue, after: [StepID], uses: [String] = [],
    detail: String? = nil
  ) -> Step {
    Step(
      step(.controlPlane, detail), in: name, .controlPlane, description,
      .run([rendered(chart, into: "apply", "-f", "-")]), after: after, gates: [deploymentsGate],
      uses: uses, files: [PlannedFile(["helm", "\(chart.release).values.yaml"], .yaml(values))])
  }

  /// Renders a chart as its step did, and deletes what comes out.
  package func removal(of chart: ArchivedChart) -> Command {
    rendered(chart, into: "delete", "--ignore-not-found", "--filename", "-")
  }

  /// Renders a chart, and hands what comes out to kubectl.
  private func rendered(_ chart: ArchivedChart, into arguments: String...) -> Command {
    let render =
      "helm template \"\(Self.archive(version))/\(chart.path)\" --name \(chart.release) --namespace \(system)"
      + " --values \(path("helm", "\(chart.release).values.yaml"))"
    let namespace = chart.isNamespaced ? ["--namespace", system.description] : []
    let kubectl = Command(["kubectl", "--context", context.description] + namespace + arguments)
    return Command(["sh", "-c", "\(render) | \(kubectl.shellLine)"])
  }

  /// Whether everything that was installed runs.
  package var deploymentsGate: Gate {
    Gate(
      "everything in the control plane's namespace runs",
      kubectl("wait", "--for=condition=Available", "deployment", "--all", "--timeout=10m"), timeout: 600)
  }

  /// Where the archive of the release was unpacked; a shell fills it in, or says what is missing.
  package static func archive(_ version: Version) -> String {
    "${ISTIO_RELEASE:?name the folder that istio-\(version) was unpacked to}"
  }

  package static let istioChart = "install/kubernetes/helm/istio"
  package static let initFiles = "install/kubernetes/helm/istio-init/files/crd*yaml"
}
