package import Diagnostics
package import MeshNames

/// A Bundle of trust-manager: the mesh's anchors, as a ConfigMap for clients that no proxy speaks for.
package struct TrustBundle: Sendable {
  /// The name of the Bundle, and so of the ConfigMaps; `nil` for the mesh's name and `-anchors`.
  package let name: Located<ObjectName>?
  /// Where trust-manager reads what it hands out.
  package let trustNamespace: NamespaceName
  /// Labels of the namespaces that get the ConfigMap; all do where there are none.
  package let namespaceLabels: [(key: String, value: String)]
  /// The place of the section's first key.
  package let place: SourceRange

  init?(reading fields: inout MappingReader) {
    place = fields.firstPlace
    name = fields.optional("name")
    let namespace: Located<NamespaceName>? = fields.optional("trustNamespace")
    let labels: [(key: Located<AnnotationKey>, value: Located<LabelValue>)] = fields.pairs("namespaceLabels")
    namespaceLabels = labels.map { ($0.key.value.description, $0.value.value.description) }
    // trust-manager's chart: `app.trust.namespace`.
    guard let standard = try? NamespaceName(parsing: "cert-manager") else { return nil }
    trustNamespace = namespace?.value ?? standard
  }

  /// What the Bundle is called in a mesh.
  package func name(in mesh: MeshID) -> String { name?.value.description ?? "\(mesh)-anchors" }

  /// The ConfigMap that it reads: another name, since its namespace gets one called after the Bundle, too.
  package func source(in mesh: MeshID) -> String { name(in: mesh) + "-source" }
}
