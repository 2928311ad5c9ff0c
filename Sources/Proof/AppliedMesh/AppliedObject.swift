package import YAMLWriting

/// An object as it is in a cluster, whoever wrote it, and the file that it comes from.
package struct AppliedObject: Sendable {
  package let apiVersion: String
  package let kind: String
  package let name: String
  /// `nil` for what belongs to the whole cluster.
  package let namespace: String?
  package let labels: [String: String]
  package let annotations: [String: String]
  /// What stands behind `metadata`.
  package let content: YAMLValue
  /// The path of the file, below the folder that was read.
  package let file: String

  package init(
    _ apiVersion: String, _ kind: String, _ name: String, in namespace: String?, labels: [String: String] = [:],
    annotations: [String: String] = [:], _ content: YAMLValue, from file: String
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.name = name
    self.namespace = namespace
    self.labels = labels
    self.annotations = annotations
    self.content = content
    self.file = file
  }

  /// The API group: `networking.istio.io`; empty for Kubernetes' core.
  package var group: String {
    apiVersion.contains("/") ? apiVersion.split(separator: "/").first.map(String.init) ?? "" : ""
  }
}

extension AppliedObject {
  /// Reads a document; `nil` where it is no object.
  init?(_ document: YAMLValue, from file: String) {
    guard let apiVersion = document["apiVersion"]?.text, let kind = document["kind"]?.text,
      let metadata = document["metadata"], let name = metadata["name"]?.text, case .mapping(let entries) = document
    else { return nil }
    self.init(
      apiVersion, kind, name, in: metadata["namespace"]?.text, labels: metadata["labels"]?.texts ?? [:],
      annotations: metadata["annotations"]?.texts ?? [:],
      .mapping(entries.filter { !["apiVersion", "kind", "metadata"].contains($0.key) }), from: file)
  }
}
