internal import MeshModel
package import MeshNames
package import Planning

extension ClusterScope {
  /// The kinds of Gateway API, of which an east-west gateway may be one.
  ///
  /// Neither the operator nor the charts bring them along.
  ///
  /// A cluster that has them is left as it is: bundles from 1.5 on refuse older and experimental ones, and on OpenShift
  /// they are the platform's.
  package var gatewayAPIStep: Step? {
    isGatewayAPI && hasGateway ? options.gatewayAPIStep(in: cluster.name, context) : nil
  }
}

extension IstioOptions {
  /// Sees that the kinds of Gateway API are there, and brings them where they are not.
  package func gatewayAPIStep(in cluster: ClusterName, _ context: ContextName) -> Step {
    let present = Command.kubectl(in: context, "get", "crd", "gateways.gateway.networking.k8s.io")
    let bundle =
      "https://github.com/kubernetes-sigs/gateway-api/releases/download/\(gatewayAPIRelease)/standard-install.yaml"
    let install = Command.kubectl(in: context, "apply", "--server-side", "-f", bundle)
    return Step(
      StepID(cluster, .operator, "gateway-api"), in: cluster, .operator, "See that the kinds of Gateway API are there",
      .run([Command(["sh", "-c", "\(present.shellLine) || \(install.shellLine)"])]),
      gates: [
        Gate(
          "the kinds of Gateway API are served",
          .kubectl(
            in: context, "wait", "--for=condition=Established", "crd/gateways.gateway.networking.k8s.io",
            "--timeout=1m"),
          timeout: 60,
          object: Gate.ObjectReference(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "gateways.gateway.networking.k8s.io"))
      ])
  }

  /// The bundle that the release of Istio was built with (istio/istio, go.mod).
  ///
  /// The standard channel has all it takes.
  private var gatewayAPIRelease: String {
    switch version.minor {
    case ...25: "v1.2.1"
    case ...27: "v1.3.0"
    case 28: "v1.4.0"
    case 29: "v1.4.1"
    default: "v1.5.1"
    }
  }
}
