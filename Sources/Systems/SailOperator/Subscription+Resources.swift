internal import Manifests
internal import YAMLWriting

extension Operator.Subscription {
  /// What OLM needs to install the operator and keep it up to date.
  var resources: [Resource] {
    let request = Resource(
      "operators.coreos.com/v1alpha1", "Subscription", package, in: namespace,
      [
        "spec": .fields([
          "channel": .string(channel),
          "installPlanApproval": .string(approval.rawValue),
          "name": .string(package),
          "source": .string(source),
          "sourceNamespace": .string(sourceNamespace),
          "startingCSV": startingCSV.map { .string($0) },
        ])
      ])
    guard ownsNamespace else { return [request] }
    // Without target namespaces the group is global, the only one that the operator's install mode allows.
    let group = Resource(
      "operators.coreos.com/v1", "OperatorGroup", package, in: namespace, ["spec": [:]])
    return [group, request]
  }
}
