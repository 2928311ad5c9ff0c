internal import Diagnostics
internal import MeshModel

/// What the topology says of a cluster's operator, before anything is planned.
extension Cluster {
  func settings(in options: SailOptions) -> Operator.Settings { options.settings(for: name?.value) }

  /// Whether an operator that is there is Red Hat's, as far as the topology says.
  func mayHaveServiceMesh(_ options: SailOptions) -> Bool {
    platform?.value == .openshift
      && settings(in: options).package ?? "servicemeshoperator3" == "servicemeshoperator3"
  }

  /// Whether Red Hat's operator is the one that is subscribed to.
  func hasServiceMesh(_ options: SailOptions) -> Bool {
    mayHaveServiceMesh(options) && settings(in: options).delivery == .olm
  }
}
