package import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
package import Planning
internal import SailOperator

/// What brings a cluster's control plane up.
extension SailInstallation {
  package var prerequisiteStep: Step {
    self.operator.step(
      in: cluster.name, context, kinds: ["istios", "istiocnis"] + (isAmbient ? ["ztunnels"] : []))
  }

  package var gatewayAction: Step.Action { .apply(scope.gatewayResources) }

  package var controlPlaneSteps: [Step] {
    [
      Step(
        scope.controlPlaneStepID, in: cluster.name, .controlPlane,
        "Install the control plane and its \(isAmbient ? "data plane" : "CNI plug-in")",
        .apply([istioCNI] + (isAmbient ? [ztunnel] : []) + [istio] + revisionTags + readerAccess),
        after: [step(.trust), step(.operator)] + (scope.gatewayAPIStep.map { [$0.id] } ?? []),
        gates: (isAmbient ? [ready("the proxies of the nodes are ready", "ztunnels.sailoperator.io/default")] : []) + [
          ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default"),
          ready("the control plane is ready", "istios.sailoperator.io/\(controlPlaneName)"),
          rolledOut,
          Gate(
            "the account that the other clusters read with exists",
            kubectl("get", "serviceaccount", ClusterScope.readerAccount), timeout: 60,
            object: scope.readerAccountReference),
        ] + tagGates)
    ]
  }

  /// In an update, the control plane is ready as long as its old pods are.
  private var rolledOut: Gate {
    Gate(
      "all of the control plane is of the release",
      kubectl("rollout", "status", "deployment/\(scope.options.istiodName)", "--timeout=3m"))
  }

  /// A tag has a webhook of its own, and a gateway that is made before it is not injected.
  private var tagGates: [Gate] {
    scope.options.tags.map { tag in
      Gate(
        "the tag \(tag) stands for the control plane",
        .kubectl(
          in: context, "wait", "--for=condition=Reconciled", "istiorevisiontags.sailoperator.io/\(tag)", "--timeout=3m")
      )
    }
  }

  /// The control plane cannot be ready yet, so only the account that comes with it is waited for.
  package func remoteSteps(of primary: ClusterScope) -> [Step] {
    [
      Step(
        scope.controlPlaneStepID, in: cluster.name, .controlPlane,
        "Install the CNI plug-in and the way to the primary's control plane",
        .apply([istioCNI, istioRemote(of: primary)] + revisionTags + readerAccess),
        after: [step(.operator), primary.step(.exposure)],
        gates: [
          ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default"),
          Gate(
            "the account that the control plane reads with exists",
            kubectl("get", "serviceaccount", ClusterScope.readerAccount), timeout: 180,
            object: scope.readerAccountReference),
        ],
        uses: primary.gatewayAddressUses(from: scope))
    ]
  }

  /// The operator installs the chart that has the account only for a control plane that is updated in place.
  private var readerAccess: [Resource] { scope.options.isRevisioned ? scope.readerAccess : [] }

  package var servedGate: Gate {
    ready("the cluster is served", "istios.sailoperator.io/\(controlPlaneName)", minutes: 10)
  }

  func ready(_ description: String, _ object: String, minutes: Int = 3) -> Gate {
    Gate(
      description, .kubectl(in: context, "wait", "--for=condition=Ready", object, "--timeout=\(minutes)m"),
      timeout: minutes * 60)
  }
}
