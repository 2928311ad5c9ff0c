internal import Diagnostics
internal import Manifests
internal import YAMLReading

extension Resource {
  /// The fields that an API server never lets change on an object that is there; a patch of one would be refused at the
  /// second apply at the latest (k8s.io/kubernetes, pkg/apis/apps/validation, pkg/apis/core/validation,
  /// pkg/apis/rbac/validation).
  var fixedFields: [[String]] {
    switch kind {
    case "Deployment", "DaemonSet", "StatefulSet": [["spec", "selector"]]
    case "Job": [["spec", "selector"], ["spec", "template"]]
    case "Secret": [["type"]]
    case "RoleBinding", "ClusterRoleBinding": [["roleRef"]]
    case "Service": [["spec", "clusterIP"], ["spec", "clusterIPs"], ["spec", "loadBalancerClass"]]
    case "StorageClass": [["provisioner"], ["parameters"], ["reclaimPolicy"], ["volumeBindingMode"]]
    case "Istio", "IstioCNI", "ZTunnel": [["spec", "namespace"]]
    default: []
    }
  }
}

extension Node.Mapping {
  /// The place of the key at a path; of the last key on the way that is there.
  func place(of path: [String]) -> SourceRange {
    guard let key = path.first, let entry = entries.first(where: { $0.key.text == key }) else { return range }
    guard path.count > 1, case .mapping(let inner) = entry.value, !inner.entries.isEmpty else { return entry.key.range }
    return inner.place(of: Array(path.dropFirst()))
  }
}
