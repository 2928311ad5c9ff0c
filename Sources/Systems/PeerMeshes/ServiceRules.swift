internal import Diagnostics
package import MeshModel
package import MeshNames

extension ServiceImport.Rule {
  /// Whether the service is found under a name that one's own services have.
  package var isImportedAsLocal: Bool { isLocal?.value ?? false }

  /// The namespace and the name that the service is known by here; `nil` where that depends on the service.
  package var localNamespace: NamespaceName? { alias?.namespace?.value ?? namespace.value.name }
  package var localName: ServiceName? { alias?.name?.value ?? name.value.name }
}

extension ServiceExport.Rule {
  /// The name and the namespace that peers see, where the rule is about one service.
  package var exportedName: String? {
    guard let name = alias?.name?.value ?? self.name?.value.name,
      let namespace = alias?.namespace?.value ?? namespace.value.name
    else { return nil }
    return "\(name).\(namespace)"
  }
}
