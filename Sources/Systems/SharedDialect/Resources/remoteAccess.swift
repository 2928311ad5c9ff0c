internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// What a remote cluster has for the control plane to read it, and to be found by.
extension LegacyCluster {
  private static let account = "istio-multi"
  static let readerTokenName = "istio-multi-token"

  /// The account that the control plane reads the cluster with (istio/istio 1.0.9 and 1.1.17, install/kubernetes/helm).
  var readerAccess: [Resource] {
    [
      Resource("v1", "ServiceAccount", Self.account, in: system),
      Resource("rbac.authorization.k8s.io/v1", "ClusterRole", "istio-reader", ["rules": .sequence(rules)]),
      Resource(
        "rbac.authorization.k8s.io/v1", "ClusterRoleBinding", Self.account,
        [
          "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "istio-reader"],
          "subjects": [["kind": "ServiceAccount", "name": .string(Self.account), "namespace": "\(system)"]],
        ]),
    ]
  }

  private var rules: [YAMLValue] {
    let verbs: YAMLValue = ["get", "list", "watch"]
    let core =
      ["endpoints", "nodes", "pods", "services"] + (version < Version(1, 1, 0) ? [] : ["replicationcontrollers"])
    let first: YAMLValue = ["apiGroups": [""], "resources": .strings(core.sorted()), "verbs": verbs]
    guard version >= Version(1, 1, 0) else { return [first] }
    return [first, ["apiGroups": ["apps", "extensions"], "resources": ["replicasets"], "verbs": verbs]]
  }

  /// From Kubernetes 1.24 on no account has a token by itself (istio/istio#38246), and elsewhere it may have several.
  var readerToken: Resource {
    Resource(
      "v1", "Secret", Self.readerTokenName, in: system,
      annotations: ["kubernetes.io/service-account.name": Self.account], ["type": "kubernetes.io/service-account-token"]
    )
  }

  /// The components of the control plane that a name leads to in no chart, without pods, at their addresses.
  ///
  /// The chart of 1.0 has Pilot's alone, those from 1.1 on have all but Zipkin's.
  var missingServices: [Resource] {
    let made: [ControlPlaneComponent] =
      !hasPilotService ? [] : version < Version(1, 1, 0) ? [.pilot] : [.pilot, .policy, .telemetry]
    return main.components.filter { !made.contains($0) }.flatMap(serviceWithoutPods)
  }

  private func serviceWithoutPods(_ component: ControlPlaneComponent) -> [Resource] {
    if case .name(let host)? = component.address(in: main.cluster.endpoints) {
      return [
        Resource(
          "v1", "Service", component.service, in: system,
          ["spec": ["type": "ExternalName", "externalName": .string(host), "ports": ports(of: component)]])
      ]
    }
    let addresses: YAMLValue = [["ip": .string(main.address(of: component))]]
    return [
      Resource(
        "v1", "Service", component.service, in: system, ["spec": ["clusterIP": "None", "ports": ports(of: component)]]),
      Resource(
        "v1", "Endpoints", component.service, in: system,
        ["subsets": [["addresses": addresses, "ports": ports(of: component)]]]),
    ]
  }

  private func ports(of component: ControlPlaneComponent) -> YAMLValue {
    .sequence(component.ports(version).map { ["name": .string($0.name), "port": .integer($0.number)] })
  }

  static let tokenMark = "TOKEN_OF_ISTIO_MULTI"
  static let authorityMark = "AUTHORITY_OF_THE_API_SERVER"

  /// The Secret that the control plane reads the cluster with, but for what is not known before there is an account.
  ///
  /// Its data's key is the name that the control plane knows the cluster by.
  var remoteSecretTemplate: String {
    let secret = Resource(
      "v1", "Secret", name.description, in: system, labels: ["istio/multiCluster": "true"],
      ["type": "Opaque", "stringData": .mapping([.init(name.description, .string(kubeconfig.yaml))])])
    return secret.document(partOf: topology.mesh.id).yaml
  }

  private var kubeconfig: YAMLValue {
    [
      "apiVersion": "v1",
      "kind": "Config",
      "preferences": [:],
      "clusters": [
        [
          "name": "\(name)",
          "cluster": [
            "server": "\(cluster.apiServer)", "certificate-authority-data": .string(Self.authorityMark),
          ],
        ]
      ],
      "contexts": [["name": "\(name)", "context": ["cluster": "\(name)", "user": "\(name)"]]],
      "current-context": "\(name)",
      "users": [["name": "\(name)", "user": ["token": .string(Self.tokenMark)]]],
    ]
  }
}
