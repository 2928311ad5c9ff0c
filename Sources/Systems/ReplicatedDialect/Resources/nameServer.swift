internal import Diagnostics
internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The DNS server for `.global` names, from the ServiceEntries of its cluster.
///
/// The charts have it, too, but without a way to give its Service an address beforehand (istio/istio 1.4.10,
/// install/kubernetes/helm/istio/charts/istiocoredns).
extension LegacyCluster {
  var nameServer: [Resource] {
    [
      nameServerRole, nameServerBindingOfRole, nameServerConfiguration, nameServerDeployment, nameServerService,
      nameServerAccount,
    ]
  }

  private var labels: [String: String] { ["app": "istiocoredns"] }
  private static let account = "istiocoredns-service-account"

  private var nameServerAccount: Resource { Resource("v1", "ServiceAccount", Self.account, in: system, labels: labels) }

  private var nameServerRole: Resource {
    Resource(
      "rbac.authorization.k8s.io/v1", "ClusterRole", "istiocoredns", labels: labels,
      [
        "rules": [
          ["apiGroups": ["networking.istio.io"], "resources": ["serviceentries"], "verbs": ["get", "list", "watch"]]
        ]
      ])
  }

  private var nameServerBindingOfRole: Resource {
    Resource(
      "rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "istio-istiocoredns-role-binding-\(system)", labels: labels,
      [
        "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "istiocoredns"],
        "subjects": [["kind": "ServiceAccount", "name": .string(Self.account), "namespace": "\(system)"]],
      ])
  }

  /// What is not of the domain goes to the node's own server; without `except`, so would the domain, if the plug-in is
  /// late (istio/istio#17290).
  private var nameServerConfiguration: Resource {
    let corefile = """
      .:53 {
          errors
          health
          grpc global 127.0.0.1:8053
          forward . /etc/resolv.conf {
              except global
          }
          prometheus :9153
          cache 30
          reload
      }

      """
    return Resource("v1", "ConfigMap", "coredns", in: system, labels: labels, ["data": ["Corefile": .string(corefile)]])
  }

  private var nameServerService: Resource {
    Resource(
      "v1", "Service", "istiocoredns", in: system, labels: labels,
      [
        "spec": .fields([
          "clusterIP": cluster.dns?.globalClusterIP.map { "\($0.value)" },
          "selector": .sorted(labels),
          "ports": [
            ["name": "dns", "port": 53, "protocol": "UDP"],
            ["name": "dns-tcp", "port": 53, "protocol": "TCP"],
          ],
        ])
      ])
  }

  private var nameServerDeployment: Resource {
    Resource(
      "apps/v1", "Deployment", "istiocoredns", in: system, labels: labels,
      [
        "spec": [
          "replicas": 1,
          "selector": ["matchLabels": .sorted(labels)],
          "template": [
            "metadata": ["labels": .sorted(labels), "annotations": ["sidecar.istio.io/inject": "false"]],
            "spec": [
              "serviceAccountName": .string(Self.account),
              "dnsPolicy": "Default",
              "containers": [coreDNS, plugIn],
              "volumes": [
                [
                  "name": "config-volume",
                  "configMap": ["name": "coredns", "items": [["key": "Corefile", "path": "Corefile"]]],
                ]
              ],
            ],
          ],
        ]
      ])
  }

  private var coreDNS: YAMLValue {
    [
      "name": "coredns",
      "image": "coredns/coredns:1.6.2",
      "args": ["-conf", "/etc/coredns/Corefile"],
      "volumeMounts": [["name": "config-volume", "mountPath": "/etc/coredns"]],
      "ports": [
        ["containerPort": 53, "name": "dns", "protocol": "UDP"],
        ["containerPort": 53, "name": "dns-tcp", "protocol": "TCP"],
        ["containerPort": 9153, "name": "metrics", "protocol": "TCP"],
      ],
      "livenessProbe": [
        "httpGet": ["path": "/health", "port": 8080, "scheme": "HTTP"],
        "initialDelaySeconds": 60, "timeoutSeconds": 5, "successThreshold": 1, "failureThreshold": 5,
      ],
    ]
  }

  private var plugIn: YAMLValue {
    [
      "name": "istio-coredns-plugin",
      "image": "istio/coredns-plugin:0.2-istio-1.1",
      "command": ["/usr/local/bin/plugin"],
      "ports": [["containerPort": 8053, "name": "dns-grpc", "protocol": "TCP"]],
    ]
  }
}
