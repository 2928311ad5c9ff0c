internal import Diagnostics
package import Manifests
internal import MeshModel
internal import MeshNames
package import Planning
internal import YAMLWriting

extension ManualDiscovery {
  /// Where gateways that pass TLS through listen (istio/istio, samples/multicluster).
  package static var gatewayPort: Int { 15443 }

  /// The gateway that peers come in by; istiod makes its Deployment and its Service.
  ///
  /// No service has the listener's host name: by itself, the gateway lets nobody in. What it does let in is a Gateway of
  /// Istio's own, since a listener of Gateway API has one host name. Labels are copied to the pods: the one by which that
  /// Gateway finds them, and the network, without which the gateway would send requests on to other networks
  /// (istio/istio, manifests/charts/istio-control/istio-discovery/files/kube-gateway.yaml).
  ///
  /// - Parameters:
  ///   - mesh: The mesh.
  ///   - labels: What binds it to a revision, where it has to be.
  /// - Returns: The gateway.
  package func eastWestGateway(of mesh: DiscoveryMesh, labels: [String: String] = [:]) -> Resource {
    let annotations = mesh.gateway.service.annotations.map { ($0.key.description, $0.value) }
    let own = ["istio": Self.gatewayName, "topology.istio.io/network": mesh.network]
    return Resource(
      "gateway.networking.k8s.io/v1", "Gateway", Self.gatewayName, in: Self.namespace,
      labels: mesh.labels.merging(own) { $1 }.merging(labels) { $1 },
      [
        "spec": .fields([
          "gatewayClassName": "istio",
          "infrastructure": annotations.isEmpty
            ? nil : ["annotations": .sorted(Dictionary(annotations) { first, _ in first })],
          "listeners": [listener(hostname: "nothing.invalid")],
        ])
      ])
  }

  /// What the gateway lets in: the names that peers call services by, and nothing else.
  ///
  /// Istio looks for services of these names that are in the mesh, and lets the names in that TLS asks for then:
  /// `outbound_.PORT_._.HOST` (istio/istio, pilot/pkg/networking/core/gateway.go).
  package func exposingGateway(of mesh: DiscoveryMesh) -> Resource {
    Resource(
      "networking.istio.io/\(apiVersion)", "Gateway", "expose-services", in: Self.namespace, labels: mesh.labels,
      [
        "spec": [
          "selector": ["istio": .string(Self.gatewayName)],
          "servers": [
            [
              "port": ["number": .integer(Self.gatewayPort), "name": "tls", "protocol": "TLS"],
              "tls": ["mode": "AUTO_PASSTHROUGH"],
              "hosts": .strings(Set(exposed(by: mesh.name).flatMap(\.hosts)).sorted()),
            ]
          ],
        ]
      ])
  }

  /// The gateways of the peers that a mesh takes services of: nothing is made from them, istiod takes their addresses for
  /// those of the peers' networks.
  ///
  /// Releases before 1.22 look at such gateways only with `PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API` (istio/istio,
  /// pilot/pkg/serviceregistry/kube/controller/network.go).
  package func remoteGateways(of mesh: DiscoveryMesh) -> [Resource] {
    exporters(to: mesh.name).map { peer in
      Resource(
        "gateway.networking.k8s.io/v1", "Gateway", "remote-gateway-\(peer.name)", in: mesh.namespace,
        labels: mesh.labels.merging(["topology.istio.io/network": peer.networkOfPeers]) { $1 },
        [
          "spec": [
            "gatewayClassName": "istio-remote",
            "addresses": [["type": .string(peer.gatewayAddressType), "value": .string(peer.gatewayAddress)]],
            "listeners": [listener(hostname: nil)],
          ]
        ])
    }
  }

  private func listener(hostname: String?) -> YAMLValue {
    .fields([
      "name": "cross-network",
      "hostname": hostname.map { .string($0) },
      "port": .integer(Self.gatewayPort),
      "protocol": "TLS",
      "tls": ["mode": "Passthrough", "options": ["gateway.istio.io/listener-protocol": "auto-passthrough"]],
    ])
  }

  static var namespace: NamespaceName? { try? NamespaceName(parsing: gatewayNamespace) }
}

extension DiscoveryMesh {
  /// The address of its gateway, where the topology does not give it.
  ///
  /// It has to be an IP address: an object that refers to it says which kind of address it is, and one that has a name
  /// gets that from the topology. It stands in the status of the gateway.
  package var gatewayBinding: Binding? {
    guard gateway.address == nil else { return nil }
    return Binding(
      name: "\(cluster.asVariable)_GATEWAY_ADDRESS", description: "the IP address of the east-west gateway of \(name)",
      kind: .address,
      step: StepID(cluster, .gateways),
      read: .kubectl(
        in: context, "--namespace", ManualDiscovery.gatewayNamespace, "get",
        "gateways.gateway.networking.k8s.io/\(ManualDiscovery.gatewayName)",
        "--output=jsonpath={.status.addresses[0].value}"),
      place: "clusters[\(clusterIndex)].gateway.address", origin: place)
  }

  /// What `gatewayBinding` is, as a list that may be empty.
  package var gatewayBindings: [Binding] { gatewayBinding.map { [$0] } ?? [] }

  fileprivate var gatewayAddress: String {
    gateway.address?.description ?? gatewayBinding?.reference ?? ""
  }

  fileprivate var gatewayAddressType: String {
    if case .name = gateway.address { "Hostname" } else { "IPAddress" }
  }
}
