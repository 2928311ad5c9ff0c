package import MeshNames
package import YAMLWriting

/// One Kubernetes object of a plan.
package struct Resource: Equatable, Sendable {
  package let apiVersion: String
  package let kind: String
  package let name: String
  /// The namespace that it lives in; `nil` for what belongs to the whole cluster.
  package let namespace: NamespaceName?
  package let labels: [String: String]
  package let annotations: [String: String]
  /// What stands behind `metadata`, `spec` most often.
  package let content: YAMLValue

  package init(
    _ apiVersion: String, _ kind: String, _ name: String, in namespace: NamespaceName? = nil,
    labels: [String: String] = [:], annotations: [String: String] = [:], _ content: YAMLValue = [:]
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.name = name
    self.namespace = namespace
    self.labels = labels
    self.annotations = annotations
    self.content = content
  }

  /// The object as a document, in the order in which people write one.
  ///
  /// - Parameter mesh: The mesh that the object is part of; every object says so.
  /// - Returns: The document.
  package func document(partOf mesh: MeshID) -> YAMLValue {
    let head: YAMLValue = [
      "apiVersion": .string(apiVersion),
      "kind": .string(kind),
      "metadata": metadata(partOf: mesh),
    ]
    guard case .mapping(let first) = head, case .mapping(let rest) = content else { return head }
    return .mapping(first + rest)
  }

  private func metadata(partOf mesh: MeshID) -> YAMLValue {
    // Kubernetes, "Recommended Labels". No version and no `instance`: Argo CD owns the one, and the other would make
    // an upgrade of the compiler touch every object.
    let ours = ["app.kubernetes.io/managed-by": "meshgen", "app.kubernetes.io/part-of": mesh.description]
    return .fields([
      "name": .string(name),
      "namespace": namespace.map { .string($0.description) },
      "labels": .sorted(labels.merging(ours) { own, _ in own }),
      "annotations": annotations.isEmpty ? nil : .sorted(annotations),
    ])
  }
}

extension YAMLValue {
  /// A mapping of texts, sorted by key: labels and annotations have no order of their own.
  package static func sorted(_ pairs: [String: String]) -> YAMLValue {
    .mapping(pairs.sorted { $0.key < $1.key }.map { Entry($0.key, .string($0.value)) })
  }
}
