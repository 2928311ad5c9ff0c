internal import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The three faces of the control plane (Sail, docs/deployment-models/multicluster.adoc, "External Control Plane").
extension ExternalMesh {
  /// The host's own control plane, which configures the gateway and nothing of the mesh.
  var hostIstio: Resource {
    Resource(
      host.sailAPI, "Istio", IstioOptions.standardRevision,
      [
        "spec": [
          "version": "v\(host.scope.options.version)",
          "namespace": "\(ingress)",
          "updateStrategy": ["type": "InPlace"],
          "values": ["global": ["network": .string(host.network)]],
        ]
      ])
  }

  /// What the mesh's cluster has in place of a control plane: webhooks, the Service that leads to the host, and the
  /// account that the control plane reads with.
  var remoteIstio: Resource {
    Resource(
      config.sailAPI, "Istio", revision,
      [
        "spec": [
          "version": "v\(config.scope.options.version)",
          "namespace": "\(system)",
          "updateStrategy": ["type": "InPlace"],
          "profile": "remote",
          "values": [
            "global": [
              // The operator refuses a namespace that is not its own here (the CustomResourceDefinition's rule).
              "istioNamespace": "\(system)",
              "remotePilotAddress": .string(gatewayAddress),
              "configCluster": true,
            ],
            "pilot": ["configMap": true],
            "istiodRemote": ["injectionPath": "/inject/cluster/\(config.cluster.name)/net/\(config.network)"],
          ],
        ]
      ])
  }

  /// The control plane of the mesh, in its host.
  ///
  /// It has no client for the host, so the two control planes there do not fight over `istio-ca-root-cert`
  /// (istio/istio#32778).
  var externalIstio: Resource {
    Resource(
      host.sailAPI, "Istio", revision,
      [
        "spec": [
          "version": "v\(host.scope.options.version)",
          "namespace": "\(system)",
          "updateStrategy": ["type": "InPlace"],
          "profile": "empty",
          "values": ["meshConfig": meshConfig, "pilot": pilot, "global": global],
        ]
      ])
  }

  private var meshConfig: YAMLValue {
    let domain = host.topology.mesh.trustDomain
    return .fields([
      "rootNamespace": "\(system)",
      "trustDomain": domain == .clusterLocal ? nil : "\(domain)",
      "defaultConfig": ["discoveryAddress": .string(discoveryAddress)],
    ])
  }

  private var pilot: YAMLValue {
    [
      "enabled": true,
      // Where a kubeconfig is mounted, istiod would look for these in the other cluster: so they are mounted, too.
      "volumes": [
        ["name": "config-volume", "configMap": ["name": .string(meshConfigMap)]],
        ["name": "inject-volume", "configMap": ["name": .string(injectorConfigMap)]],
      ],
      "volumeMounts": [
        ["name": "config-volume", "mountPath": "/etc/istio/config"],
        ["name": "inject-volume", "mountPath": "/var/lib/istio/inject"],
      ],
      "env": environment,
    ]
  }

  private var environment: YAMLValue {
    [
      "INJECTION_WEBHOOK_CONFIG_NAME": .string(injectorWebhook),
      "VALIDATION_WEBHOOK_CONFIG_NAME": .string(validatorWebhook),
      "EXTERNAL_ISTIOD": "true",
      "LOCAL_CLUSTER_SECRET_WATCHER": "true",
      "CLUSTER_ID": "\(config.cluster.name)",
      "SHARED_MESH_CONFIG": "istio",
      // The proxies call the gateway's address, and TLS passes through: istiod's certificate must be good for it
      // (istio/istio.io, content/en/docs/setup/install/external-controlplane/test.sh).
      "ISTIOD_CUSTOM_HOST": .string(gatewayAddress),
    ]
  }

  /// The identity is that of the cluster with the configuration, not of the host.
  private var global: YAMLValue {
    [
      "caAddress": .string(discoveryAddress),
      "istioNamespace": "\(system)",
      // No webhooks in the host: they would be for its own pods.
      "operatorManageWebhooks": true,
      "configValidation": false,
      "meshID": "\(host.topology.mesh.id)",
      "multiCluster": ["clusterName": "\(config.cluster.name)"],
      "network": .string(config.network),
    ]
  }
}
