internal import Manifests
internal import MeshModel
internal import Planning
internal import YAMLWriting

extension ArgoCD {
  /// How Argo CD knows that what a wave consists of is up; without it, it takes it for healthy at once.
  ///
  /// The label is the one that Argo CD finds its ConfigMap by.
  var healthChecks: Resource {
    let checks = [YAMLValue.Entry("\(Self.key)argoproj.io_Application", .string(Self.application))]
    let objects = operatorKinds.map {
      YAMLValue.Entry("\(Self.key)sailoperator.io_\($0)", .string(Self.operatorObject))
    }
    return Resource(
      "v1", "ConfigMap", "argocd-cm", in: gitOps.namespace, labels: ["app.kubernetes.io/part-of": "argocd"],
      ["data": .mapping(checks + objects)])
  }

  /// The kinds of the Sail operator's that the plan has: Argo CD knows none of them.
  private var operatorKinds: [String] {
    let objects = plan.steps.flatMap(\.resources).filter { $0.apiVersion.hasPrefix("sailoperator.io/") }
    return Set(objects.map(\.kind)).sorted()
  }

  private static let key = "resource.customizations.health."

  private static let application = """
    health = {status = "Progressing", message = "not synced yet"}
    if obj.status ~= nil and obj.status.health ~= nil then
      health.message = obj.status.health.message or ""
      if obj.status.health.status == "Healthy" then
        health.status = "Healthy"
      end
    end
    return health

    """

  /// A remote's control plane is ready only when its primary has read it, which waits for what comes behind it.
  private static let operatorObject = """
    health = {status = "Progressing", message = "waiting for the operator"}
    wanted = "Ready"
    if obj.spec.profile == "remote" then
      wanted = "Reconciled"
    end
    if obj.status ~= nil and obj.status.observedGeneration == obj.metadata.generation then
      for _, condition in ipairs(obj.status.conditions or {}) do
        if condition.type == wanted then
          health.message = condition.message or ""
          if condition.status == "True" then
            health.status = "Healthy"
          end
        end
      end
    end
    return health

    """
}
