internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import YAMLWriting

extension FederatedCluster {
  /// The namespaces of control planes and of their members.
  ///
  /// A member's pods get proxies by an annotation of their own, so the namespace has no label that asks for it.
  var namespaces: [Resource] {
    meshes.flatMap { mesh in
      ([mesh.namespace] + mesh.members).map { Resource("v1", "Namespace", $0.description, labels: mesh.labels) }
    } + gatewayNamespaceObjects
  }

  /// A mesh's control plane, and its gateways for peers.
  func controlPlane(of mesh: CheckedMesh) -> Resource {
    let peerings = peerings(of: mesh)
    return Resource(
      "maistra.io/v2", "ServiceMeshControlPlane", mesh.name.description, in: mesh.namespace, labels: mesh.labels,
      [
        "spec": .fields([
          "version": "v\(release)",
          "mode": release.hasModes ? "MultiTenant" : nil,
          "cluster": ["name": "\(mesh.name)", "network": .string(mesh.network)],
          "security": .fields([
            "identity": ["type": "ThirdParty"],
            "trust": ["domain": "\(mesh.trustDomain)"],
            "certificateAuthority": mesh.certificates.issuedFolder == nil ? nil : pluggedInAuthority,
            // The operator's own policies let nobody in to a gateway that is not the operator's.
            "manageNetworkPolicy": isMigrating ? false : nil,
          ]),
          "proxy": mesh.clusterDomain == .standard
            ? nil : ["networking": ["clusterDomain": "\(mesh.clusterDomain)"]],
          "gateways": peerings.isEmpty || !isFederating
            ? nil
            : [
              "additionalEgress": .mapping(peerings.map { YAMLValue.Entry($0.egressName, $0.egress) }),
              "additionalIngress": .mapping(peerings.map { YAMLValue.Entry($0.ingress.name, $0.ingress.settings) }),
            ],
          "runtime": preparedRuntime,
          "techPreview": previewedFeatures(of: mesh),
          // The default profile has both, and their kinds come with operators of their own (maistra/istio-operator,
          // resources/smcp-templates/v2.6/base).
          "tracing": ["type": "None"],
          "addons": ["kiali": ["enabled": false]],
        ])
      ])
  }
}

/// A CA from the Secret `cacerts`, at the place where istiod looks for it.
private let pluggedInAuthority: YAMLValue = [
  "type": "Istiod",
  "istiod": ["type": "PrivateKey", "privateKey": ["rootCADir": "/etc/cacerts"]],
]

extension Peering {
  /// The gateway that requests to the peer leave by.
  ///
  /// `enabled` must be said: the operator makes no gateway of which it is not (maistra/istio-operator,
  /// pkg/controller/versions). Istio takes the protocol of a port from its name; in here, discovery is plain HTTP.
  fileprivate var egress: YAMLValue {
    [
      "enabled": true,
      "routerMode": "sni-dnat",
      "requestedNetworkView": [.string(peer.network)],
      "service": [
        "metadata": ["labels": ["federation.maistra.io/egress-for": .string(egressName)]],
        "ports": [
          ["port": .integer(IngressGateway.servicePort), "name": "tls"],
          ["port": .integer(IngressGateway.discoveryPort), "name": "http-discovery"],
        ],
      ],
    ]
  }
}

extension IngressGateway {
  /// The gateway as a control plane has it.
  fileprivate var settings: YAMLValue {
    let annotations = Dictionary(
      (type == .clusterIP ? [] : mesh.ingress?.annotations ?? []).map {
        ($0.key.value.description, $0.value.value.description)
      }
    ) { first, _ in first }
    return [
      "enabled": true,
      "routerMode": "sni-dnat",
      "service": [
        "type": .string(type.rawValue),
        "metadata": .fields([
          "labels": ["federation.maistra.io/ingress-for": .string(name)],
          "annotations": annotations.isEmpty ? nil : .sorted(annotations),
        ]),
        "ports": [
          port(Self.servicePort, "tls", nodePorts?.tls.value),
          port(Self.discoveryPort, "https-discovery", nodePorts?.discovery.value),
        ],
      ],
    ]
  }

  private func port(_ number: Int, _ name: String, _ nodePort: NodePort?) -> YAMLValue {
    .fields([
      "port": .integer(number), "name": .string(name), "nodePort": nodePort.map { .integer($0.number) },
    ])
  }
}
