package import Diagnostics
package import MeshNames

/// How the mesh is tried out once it is up.
package struct Verification: Sendable {
  /// The namespace of the sample workload.
  package let namespace: Located<NamespaceName>?

  init(reading fields: inout MappingReader) {
    namespace = fields.optional("namespace")
  }
}
