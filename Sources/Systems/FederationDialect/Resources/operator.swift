internal import Manifests
internal import MeshNames
internal import YAMLWriting

extension FederatedCluster {
  /// The operator's namespace, which comes with OpenShift and has a global OperatorGroup.
  static let operatorNamespace = "openshift-operators"

  /// The operator's package in Red Hat's catalog (OpenShift documentation, "Installing the Operators", service_mesh/v2x).
  static let operatorPackage = "servicemeshoperator"

  /// What OLM needs to install the operator and keep it up to date.
  ///
  /// Kiali's and Jaeger's operators are not needed: control planes do without.
  var subscription: [Resource] {
    [
      Resource(
        "operators.coreos.com/v1alpha1", "Subscription", Self.operatorPackage,
        in: try? NamespaceName(parsing: Self.operatorNamespace),
        [
          "spec": [
            "channel": "stable",
            "installPlanApproval": "Automatic",
            "name": .string(Self.operatorPackage),
            "source": "redhat-operators",
            "sourceNamespace": "openshift-marketplace",
          ]
        ])
    ]
  }
}
