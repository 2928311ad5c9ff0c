internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The three faces of the control plane (Sail, docs/deployment-models/multicluster.adoc, "External Control Plane").
extension ExternalMesh {
  /// The host's own control plane, which configures the gateway and nothing of the mesh.
  var hostIstiod: Istiod {
    Istiod(
      description: "the host's own control plane, which configures the gateway",
      revision: IstioOptions.standardRevision, namespace: ingress, kind: .standard,
      platform: host.cluster.platform,
      values: ["global": .fields(["network": .string(host.network), "proxy": host.topology.mesh.proxyDomain])])
  }

  /// What a cluster of the mesh has in place of a control plane: webhooks, the Service that leads to the host, and where
  /// the mesh's configuration is, the account that the control plane reads and writes it with.
  func remoteIstiod(in member: any Installation) -> Istiod {
    let isConfig = member.scope.index == config.scope.index
    return Istiod(
      description: "the way to the control plane in \(host.cluster.name)", revision: revision, namespace: system,
      kind: .remote, platform: member.cluster.platform,
      values: .fields([
        "global": .fields([
          // The operator refuses a namespace that is not its own here (the CustomResourceDefinition's rule).
          "istioNamespace": "\(system)",
          "remotePilotAddress": .string(gatewayAddress),
          "configCluster": isConfig ? true : nil,
        ]),
        "pilot": isConfig ? ["configMap": true] : nil,
        "istiodRemote": ["injectionPath": "/inject/cluster/\(member.cluster.name)/net/\(member.network)"],
      ]))
  }

  /// The control plane of the mesh, in its host.
  ///
  /// It has no client for the host, so the two control planes there do not fight over `istio-ca-root-cert`
  /// (istio/istio#32778).
  var externalIstiod: Istiod {
    Istiod(
      description: "the control plane of \(config.cluster.name)", revision: revision, namespace: system, kind: .bare,
      platform: config.cluster.platform,
      values: ["meshConfig": meshConfig, "pilot": pilot, "global": global])
  }

  private var meshConfig: YAMLValue {
    let domain = host.topology.mesh.trustDomain
    return .fields([
      "rootNamespace": "\(system)",
      "trustDomain": domain == .clusterLocal ? nil : "\(domain)",
      "trustDomainAliases": trustDomainAliases(host.topology, host.scope.options),
      "defaultConfig": ["discoveryAddress": .string(discoveryAddress)],
      "serviceSettings": serviceSettings(host.topology),
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
    .fields([
      "caAddress": .string(discoveryAddress),
      "istioNamespace": "\(system)",
      // No webhooks in the host: they would be for its own pods.
      "operatorManageWebhooks": true,
      "configValidation": false,
      "meshID": "\(host.topology.mesh.id)",
      "multiCluster": ["clusterName": "\(config.cluster.name)"],
      "network": .string(config.network),
      "proxy": host.topology.mesh.proxyDomain,
    ])
  }
}
