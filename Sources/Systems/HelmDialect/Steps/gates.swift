package import Istio
internal import MeshModel
internal import MeshNames
package import Planning

extension HelmInstallation {
  var istiodGate: Gate {
    Gate(
      "the control plane is ready",
      kubectl("rollout", "status", "deployment/\(istiodName)", "--timeout=3m"))
  }

  /// Where the cluster is served by a control plane elsewhere, that has written its CA bundle into the webhook.
  package func readyGate(of istiod: Istiod, _ description: String, minutes: Int) -> Gate {
    guard istiod.kind != .remote else {
      return served(description, by: istiod.isRevisioned ? "-\(istiod.revision)" : "", in: istiod.namespace)
    }
    return Gate(
      description,
      .kubectl(
        in: context, "--namespace", "\(istiod.namespace)", "rollout", "status", "deployment/\(istiod.name)",
        "--timeout=\(minutes)m"),
      timeout: minutes * 60)
  }

  var nodeGates: [Gate] {
    (hasCNI ? [rolledOut("the CNI plug-in is ready", "istio-cni-node")] : [])
      + (isAmbient ? [rolledOut("the proxies of the nodes are ready", "ztunnel")] : [])
  }

  private func rolledOut(_ description: String, _ daemonSet: String) -> Gate {
    Gate(
      description,
      .kubectl(
        in: context, "--namespace", "\(home)", "rollout", "status", "daemonset/\(daemonSet)", "--timeout=3m"))
  }

  var readerGate: Gate {
    Gate(
      "the account that other clusters read with exists",
      kubectl("get", "serviceaccount", ClusterScope.readerAccount), timeout: 60,
      object: scope.readerAccountReference)
  }

  package var servedGate: Gate {
    served("the cluster is served", by: scope.options.isRevisioned ? "-\(scope.options.revision)" : "", in: system)
  }

  /// The control plane writes the CA bundle once it has read the cluster, and nobody else does.
  ///
  /// The webhook's name is what the chart derives from the revision and the namespace
  /// (istio/istio, manifests/charts/istio-control/istio-discovery/templates/mutatingwebhook.yaml).
  private func served(_ description: String, by revision: String, in namespace: NamespaceName) -> Gate {
    let place = namespace.description == "istio-system" ? "" : "-\(namespace)"
    return Gate(
      description,
      .kubectl(
        in: context, "wait", "--for=jsonpath={.webhooks[0].clientConfig.caBundle}",
        "mutatingwebhookconfiguration/istio-sidecar-injector\(revision)\(place)", "--timeout=10m"),
      timeout: 600)
  }
}
