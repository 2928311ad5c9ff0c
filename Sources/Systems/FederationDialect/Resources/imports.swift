internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import YAMLWriting

extension Peering {
  /// What is taken of the peer's services; without it, nothing is.
  func importedServiceSet(_ imported: ServiceImport) -> Resource {
    Resource(
      "federation.maistra.io/v1", "ImportedServiceSet", peer.name.description, in: mesh.namespace, labels: mesh.labels,
      [
        "spec": .fields([
          "domainSuffix": imported.domainSuffix.map { "\($0.value)" },
          "locality": imported.locality?.value,
          "importRules": .sequence(imported.rules.map(\.value)),
        ])
      ])
  }
}

extension ServiceImport.Rule {
  /// `importAsLocal` stands beside the selector: inside of it, where published samples have it, it is no field.
  fileprivate var value: YAMLValue {
    .fields([
      "type": "NameSelector",
      "importAsLocal": isImportedAsLocal ? true : nil,
      "domainSuffix": domainSuffix.map { "\($0.value)" },
      "nameSelector": .fields([
        "namespace": "\(namespace.value)",
        "name": "\(name.value)",
        "alias": aliasValue,
      ]),
    ])
  }

  /// A service that is found under a local name needs its namespace said, even if it stays the same.
  private var aliasValue: YAMLValue? {
    guard isImportedAsLocal else { return alias?.value }
    return [
      "namespace": .string("\(localNamespace?.description ?? "*")"), "name": .string(localName?.description ?? "*"),
    ]
  }
}

extension Locality {
  fileprivate var value: YAMLValue {
    .fields([
      "region": "\(region.value)", "zone": zone.map { "\($0.value)" }, "subzone": subZone.map { "\($0.value)" },
    ])
  }
}
