internal import Manifests
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import SailOperator

extension InstalledMesh {
  /// The namespaces of the control plane, of what the operator installs, and of the gateway.
  ///
  /// The operator makes none. The label of the control plane's says which network endpoints without a proxy are on.
  var systemNamespaces: [Resource] {
    let owned = self.operator.subscription.flatMap { $0.ownsNamespace ? $0.namespace.description : nil }
    let others = [Operator.cniNamespace, owned, exposed.isEmpty ? nil : ManualDiscovery.gatewayNamespace]
    return [
      Resource(
        "v1", "Namespace", mesh.namespace.description,
        labels: mesh.labels.merging(["topology.istio.io/network": mesh.network]) { $1 })
    ] + others.compactMap { $0 }.map { Resource("v1", "Namespace", $0) }
  }

  /// The namespaces whose pods are in the mesh.
  var members: [Resource] {
    mesh.members.map {
      Resource("v1", "Namespace", $0.description, labels: mesh.labels.merging(memberLabels) { $1 })
    }
  }

  /// Beside an old mesh, they keep its webhook away: otherwise both would inject, and no pod would start
  /// (openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/multi-tenancy).
  var memberLabels: [String: String] {
    revisionLabels.merging(options.stage == .sideBySide ? ["maistra.io/ignore-namespace": "true"] : [:]) { $1 }
  }
}
