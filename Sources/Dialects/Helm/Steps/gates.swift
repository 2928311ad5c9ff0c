internal import Istio
internal import MeshModel
internal import MeshNames
package import Planning

extension HelmInstallation {
  var istiodGate: Gate {
    Gate(
      "the control plane is ready",
      kubectl("wait", "--for=condition=Available", "deployment/\(istiodName)", "--timeout=3m"))
  }

  var nodeGates: [Gate] {
    (hasCNI ? [rolledOut("the CNI plug-in is ready", "istio-cni-node")] : [])
      + (isAmbient ? [rolledOut("the proxies of the nodes are ready", "ztunnel")] : [])
  }

  private func rolledOut(_ description: String, _ daemonSet: String) -> Gate {
    Gate(description, kubectl("rollout", "status", "daemonset/\(daemonSet)", "--timeout=3m"))
  }

  var readerGate: Gate {
    Gate(
      "the account that other clusters read with exists",
      kubectl("get", "serviceaccount", ClusterScope.readerAccount), timeout: 60)
  }

  /// The primary writes the CA bundle once it has read the remote, and nobody else does.
  package var servedGate: Gate {
    Gate(
      "the cluster is served",
      .kubectl(
        in: context, "wait", "--for=jsonpath={.webhooks[0].clientConfig.caBundle}",
        "mutatingwebhookconfiguration/\(injectorWebhook)", "--timeout=10m"),
      timeout: 600)
  }

  /// The name that the chart derives from the revision and the namespace
  /// (istio/istio, manifests/charts/istio-control/istio-discovery/templates/mutatingwebhook.yaml).
  private var injectorWebhook: String {
    "istio-sidecar-injector" + (scope.options.isRevisioned ? "-\(scope.options.revision)" : "")
      + (system.description == "istio-system" ? "" : "-\(system)")
  }
}
