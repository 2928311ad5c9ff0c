internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension Peering {
  /// What the peer may have; the name ties it to the ServiceMeshPeer.
  var exportedServiceSet: Resource {
    Resource(
      "federation.maistra.io/v1", "ExportedServiceSet", peer.name.description, in: mesh.namespace, labels: mesh.labels,
      ["spec": ["exportRules": .sequence(exported.map(\.value))]])
  }
}

extension ServiceExport.Rule {
  fileprivate var value: YAMLValue {
    guard let name else { return ["type": "LabelSelector", "labelSelector": labelSelector] }
    return [
      "type": "NameSelector",
      "nameSelector": .fields([
        "namespace": "\(namespace.value)",
        "name": "\(name.value)",
        "alias": alias?.value,
      ]),
    ]
  }

  /// Published samples have `Selector` and `alias` here: unknown fields, without which every service is selected
  /// (maistra/api, federation/v1).
  private var labelSelector: YAMLValue {
    let pairs = Dictionary(labels.map { ($0.key.value.description, $0.value.value.description) }) { first, _ in first }
    return .fields([
      "namespace": "\(namespace.value)",
      "selector": ["matchLabels": .sorted(pairs)],
      "aliases": alias.map { [["namespace": "\(namespace.value)", "name": "*", "alias": $0.value]] },
    ])
  }
}

extension ServiceAlias {
  /// What is left out stays as it is.
  var value: YAMLValue {
    ["namespace": .string(namespace?.value.description ?? "*"), "name": .string(name?.value.description ?? "*")]
  }
}
