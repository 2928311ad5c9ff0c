internal import Istio
internal import Manifests
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning
internal import SailOperator
internal import YAMLWriting

extension InstalledMesh {
  var istioCNI: Resource {
    self.operator.cniPlugIn(options.sail.istio, on: cluster.platform)
  }

  /// The mesh's control plane.
  var controlPlane: Resource {
    Resource(
      self.operator.api, "Istio", controlPlaneName, labels: mesh.labels,
      [
        "spec": [
          "version": "v\(options.sail.istio.build)",
          "namespace": "\(mesh.namespace)",
          "updateStrategy": ["type": .string(updateStrategy)],
          "values": YAMLValue.fields([
            "meshConfig": meshConfig,
            "pilot": ["env": environment],
            "global": .fields([
              "meshID": "\(mesh.name)",
              "multiCluster": ["clusterName": "\(mesh.name)"],
              "network": .string(mesh.network),
              "proxy": mesh.clusterDomain.proxyValues,
            ]),
          ]).merging(options.sail.istio.imageValues),
        ]
      ])
  }

  private var updateStrategy: String { options.sail.isRevisionBased ? "RevisionBased" : "InPlace" }

  /// Whom the mesh trusts, and whom it looks at.
  ///
  /// A server takes a client's certificate if its trust domain is one's own or an alias, and its root is known. What the
  /// control plane does not look at has no part in the mesh, as what was in no member roll (openshift-service-mesh/
  /// sail-operator, docs/ossm/ossm2-migration/multi-tenancy).
  private var meshConfig: YAMLValue {
    .fields([
      "trustDomain": "\(mesh.trustDomain)",
      "trustDomainAliases": .listed(peers.map(\.trustDomain)),
      "caCertificates": rootEntries,
      "discoverySelectors": [
        [
          "matchExpressions": [
            [
              "key": "kubernetes.io/metadata.name", "operator": "In",
              "values": .strings(
                [mesh.namespace.description] + (exposed.isEmpty ? [] : [ManualDiscovery.gatewayNamespace])
                  + mesh.members.map(\.description)),
            ]
          ]
        ]
      ],
      "defaultConfig": ["proxyMetadata": .sorted(proxyMetadata)],
    ])
  }

  /// The roots of peers; the mesh's own is that of whatever its control plane signs with (istio/istio,
  /// pilot/pkg/bootstrap/server.go, `initWorkloadTrustBundle`).
  private var rootEntries: YAMLValue? {
    guard let knownRoots, !knownRoots.isEmpty else { return nil }
    return .sequence(knownRoots.map { ["pem": .string($0)] })
  }

  /// Names of peers' services are in no DNS but the proxies' own; several roots reach a proxy by its agent alone.
  private var proxyMetadata: [String: String] {
    ["ISTIO_META_DNS_CAPTURE": "true", "PROXY_CONFIG_XDS_AGENT": "true"]
  }

  /// Without the first, istiod hands out its own root alone.
  ///
  /// A name without an address gets one from istiod, which releases before 1.25 do only if they are told to (istio/istio,
  /// pilot/pkg/features/pilot.go).
  private var environment: YAMLValue {
    let allocates = options.sail.istio.version >= Version(1, 25, 0)
    return .fields(["ISTIO_MULTIROOT_MESH": "true", "PILOT_ENABLE_IP_AUTOALLOCATE": allocates ? nil : "true"])
  }

  /// Where Istio's own values of a topology go, and what they cannot say.
  var valuesSlots: [ValuesSlot] {
    let values = ["spec", "values"]
    func value(_ path: String, _ value: YAMLValue?, from origin: DerivedValue.Origin) -> DerivedValue {
      .value("spec.values.\(path)", value, from: origin)
    }
    let settings: [DerivedValue] =
      [
        .value("spec.version", "v\(options.sail.istio.build)", from: .version),
        .value("spec.namespace", nil, from: .namespace),
      ] + options.sail.istio.derivedImageValues(at: values)
    return [
      ValuesSlot(
        cluster.name, "Istio", controlPlaneName, at: values, shape: .istio,
        derived: settings + [
          .value("spec.profile", nil, from: .mode),
          .value("spec.updateStrategy.type", .string(updateStrategy), from: .updateStrategy),
          value("profile", nil, from: .mode),
          value("revision", nil, from: .revision),
          value("meshConfig.rootNamespace", "\(mesh.namespace)", from: .namespace),
          value("global.istioNamespace", "\(mesh.namespace)", from: .namespace),
          value("global.meshNetworks", nil, from: .mode),
          value("global.proxy.clusterDomain", "\(mesh.clusterDomain)", from: .clusterDomain),
          value("pilot.env.PILOT_ENABLE_IP_AUTOALLOCATE", "true", from: .mode),
          // What is in plain text has no name that a gateway could go by.
          value("meshConfig.enableAutoMtls", true, from: .mode),
          value("meshConfig.caCertificates", rootEntries, from: .mode),
        ]),
      ValuesSlot(cluster.name, "IstioCNI", "default", at: values, shape: .istioCNI, derived: settings),
    ]
  }
}
