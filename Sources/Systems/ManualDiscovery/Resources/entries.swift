internal import Diagnostics
package import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ManualDiscovery {
  /// What gives a mesh's own services the names that peers know them by, as far as the topology says what these are.
  package func exposingEntries(of mesh: DiscoveryMesh) -> [Resource] {
    exposed(by: mesh.name).filter { $0.isStated && !$0.foreignHosts.isEmpty }.map { service in
      entry(of: service).with([
        "ports": .sequence(service.ports.map { $0.value(withTarget: true) }),
        "workloadSelector": ["labels": .sorted(service.workload?.pairs ?? [:])],
      ])
    }
  }

  /// What gives a mesh names for services of peers, as far as the topology says what their ports are.
  package func importingEntries(of mesh: DiscoveryMesh) -> [Resource] {
    imported(into: mesh.name).filter { !$0.ports.isEmpty }.map { service in
      entry(of: service).with(["ports": .sequence(service.ports.map { $0.value(withTarget: false) })])
    }
  }

  /// What stands for the peers' pods behind these names: a network each, and no address.
  ///
  /// istiod sends what goes to a network of which it knows a gateway there, if it is to be mutual TLS; without an address
  /// there is nothing else that it could do with it (istio/istio, pilot/pkg/xds/endpoints/ep_filters.go).
  package func importingWorkloads(of mesh: DiscoveryMesh) -> [Resource] {
    imported(into: mesh.name).flatMap { service in
      service.sources.map { source in
        Resource(
          "networking.istio.io/\(apiVersion)", "WorkloadEntry", "\(service.host).\(source.exporter.name)",
          in: mesh.namespace,
          labels: mesh.labels.merging(service.selector) { $1 }.merging(["security.istio.io/tlsMode": "istio"]) { $1 },
          [
            "spec": .fields([
              "network": .string(source.exporter.networkOfPeers), "locality": source.locality.map { .string($0.path) },
            ])
          ])
      }
    }
  }

  /// The exporter's side of a name that is not the service's own.
  ///
  /// Only the gateway has to know it: to the exporter's own clients, it may be the name of something else. In the mesh it
  /// must be, since a gateway passes nothing on to what is outside of it.
  func entry(of service: ExposedService) -> PartialEntry {
    PartialEntry(
      apiVersion: apiVersion, name: "\(service.name)-for-peers", namespace: service.namespace,
      labels: service.mesh.labels,
      fields: [
        "exportTo": [.string(Self.gatewayNamespace)],
        "hosts": .strings(service.foreignHosts),
        "location": "MESH_INTERNAL",
        "resolution": "STATIC",
      ])
  }

  /// The importer's side: the name, for its members.
  ///
  /// It has no target ports: a request goes to the gateway, which is asked for the port of the service.
  func entry(of service: ImportedService) -> PartialEntry {
    let members = service.mesh.members
    let identities = service.identities
    return PartialEntry(
      apiVersion: apiVersion, name: service.host, namespace: service.mesh.namespace, labels: service.mesh.labels,
      fields: .fields([
        "exportTo": .strings(members.isEmpty ? ["."] : members.map(\.description)),
        "hosts": [.string(service.host)],
        "location": "MESH_INTERNAL",
        "resolution": "STATIC",
        "subjectAltNames": identities.isEmpty ? nil : .strings(identities),
        "workloadSelector": ["labels": .sorted(service.selector)],
      ]))
  }
}

/// A ServiceEntry of which something is still to be said.
struct PartialEntry {
  let apiVersion: String
  let name: String
  let namespace: NamespaceName
  let labels: [String: String]
  let fields: YAMLValue

  func with(_ rest: YAMLValue) -> Resource {
    Resource(
      "networking.istio.io/\(apiVersion)", "ServiceEntry", name, in: namespace, labels: labels,
      ["spec": fields.merging(rest)])
  }
}

extension ImportedService {
  /// What its WorkloadEntries are found by.
  fileprivate var selector: [String: String] {
    ["imported-name": name.description, "imported-namespace": namespace.description, "imported-domain": domain]
  }
}

extension ServiceExport.Port {
  fileprivate func value(withTarget: Bool) -> YAMLValue {
    .fields([
      "name": "\(name.value)",
      "number": .integer(number.value.number),
      "protocol": "\(self.protocol.value)",
      "targetPort": withTarget ? .integer((target ?? number).value.number) : nil,
    ])
  }
}

extension ServiceExport.Workload {
  fileprivate var pairs: [String: String] {
    Dictionary(labels.map { ($0.key.value.description, $0.value.value.description) }) { first, _ in first }
  }
}

extension Locality {
  /// The locality as a WorkloadEntry has it.
  fileprivate var path: String {
    [region, zone, subZone].compactMap { $0?.value.description }.joined(separator: "/")
  }
}
