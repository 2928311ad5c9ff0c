package import Manifests
internal import MeshNames
internal import YAMLWriting

/// The account that other clusters read with, and its rights, where the installer does not make them.
extension ClusterScope {
  package var readerAccess: [Resource] {
    let labels = ["app": "istio-reader"]
    return [Resource("v1", "ServiceAccount", Self.readerAccount, in: system, labels: labels)]
      + rights(
        "istio-reader-clusterrole-\(system)", labels,
        of: ["kind": "ServiceAccount", "name": .string(Self.readerAccount), "namespace": "\(system)"])
  }

  /// The same rights for a group that the API server knows from elsewhere.
  func readerAccess(of group: String) -> [Resource] {
    rights(
      "istio-remote-reader-\(system)", [:],
      of: ["apiGroup": "rbac.authorization.k8s.io", "kind": "Group", "name": .string(group)])
  }

  private func rights(_ role: String, _ labels: [String: String], of subject: YAMLValue) -> [Resource] {
    [
      Resource(
        "rbac.authorization.k8s.io/v1", "ClusterRole", role, labels: labels,
        ["rules": .sequence(readerRules + (isPrimary ? [] : remoteRules))]),
      Resource(
        "rbac.authorization.k8s.io/v1", "ClusterRoleBinding", role, labels: labels,
        [
          "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": .string(role)],
          "subjects": .sequence([subject]),
        ]),
    ]
  }

  /// As the chart has them (istio/istio, manifests/charts/istio-control/istio-discovery/templates/reader-clusterrole.yaml).
  private var readerRules: [YAMLValue] {
    let istio = ["config", "security", "networking", "authentication", "rbac", "telemetry", "extensions"]
    return [
      rule(istio.map { "\($0).istio.io" }, ["*"], ["get", "list", "watch"]),
      rule(
        [""],
        ["endpoints", "pods", "services", "nodes", "replicationcontrollers", "namespaces", "secrets", "configmaps"],
        ["get", "list", "watch"]),
      rule(["networking.istio.io"], ["workloadentries"], ["get", "list", "watch"]),
      rule(["networking.x-k8s.io", "gateway.networking.k8s.io"], ["gateways"], ["get", "list", "watch"]),
      rule(["apiextensions.k8s.io"], ["customresourcedefinitions"], ["get", "list", "watch"]),
      rule(["discovery.k8s.io"], ["endpointslices"], ["get", "list", "watch"]),
      rule(["multicluster.x-k8s.io"], ["serviceexports"], ["get", "list", "watch", "create", "delete"]),
      rule(["multicluster.x-k8s.io"], ["serviceimports"], ["get", "list", "watch"]),
      rule(["apps"], ["replicasets"], ["get", "list", "watch"]),
      rule(["authentication.k8s.io"], ["tokenreviews"], ["create"]),
      rule(["authorization.k8s.io"], ["subjectaccessreviews"], ["create"]),
    ]
  }

  /// On a remote, the primary writes the mesh's configuration and the webhooks' CA bundles.
  private var remoteRules: [YAMLValue] {
    [
      rule([""], ["configmaps"], ["create", "get", "list", "watch", "update"]),
      rule(
        ["admissionregistration.k8s.io"], ["mutatingwebhookconfigurations"],
        ["get", "list", "watch", "update", "patch"]),
      rule(
        ["admissionregistration.k8s.io"], ["validatingwebhookconfigurations"], ["get", "list", "watch", "update"]),
    ]
  }

  private func rule(_ groups: [String], _ resources: [String], _ verbs: [String]) -> YAMLValue {
    ["apiGroups": .strings(groups), "resources": .strings(resources), "verbs": .strings(verbs)]
  }
}
