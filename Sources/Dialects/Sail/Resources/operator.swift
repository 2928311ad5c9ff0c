internal import Manifests
internal import YAMLWriting

extension SailInstallation {
  /// What OLM needs to install the operator and keep it up to date.
  func subscriptionResources(_ subscription: Operator.Subscription) -> [Resource] {
    let request = Resource(
      "operators.coreos.com/v1alpha1", "Subscription", subscription.package, in: subscription.namespace,
      [
        "spec": .fields([
          "channel": .string(subscription.channel),
          "installPlanApproval": .string(subscription.approval.rawValue),
          "name": .string(subscription.package),
          "source": .string(subscription.source),
          "sourceNamespace": .string(subscription.sourceNamespace),
          "startingCSV": subscription.startingCSV.map { .string($0) },
        ])
      ])
    guard subscription.ownsNamespace else { return [request] }
    // Without target namespaces the group is global, the only one that the operator's install mode allows.
    let group = Resource(
      "operators.coreos.com/v1", "OperatorGroup", subscription.package, in: subscription.namespace, ["spec": [:]])
    return [group, request]
  }
}
