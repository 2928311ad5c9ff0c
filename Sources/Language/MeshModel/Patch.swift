package import Diagnostics
package import MeshNames
package import YAMLReading

/// A change of one object of the plan, for what the model does not know.
package struct Patch: Sendable {
  package let kind: Located<PlainText>
  package let name: Located<PlainText>
  /// The cluster whose object it is; the objects of all clusters where it is left out.
  package let cluster: Located<ClusterName>?
  /// What is laid over the object, as RFC 7396 has it: nothing in a value's place takes the value away.
  package let merge: Node.Mapping

  init?(reading fields: inout MappingReader) {
    let target = fields.required("target", help: "`target: {kind: Deployment, name: istio-eastwestgateway}`, say") {
      Target(reading: &$0)
    }
    fields.require("merge", "what is laid over the object: `merge: {spec: …}`")
    guard let merge = fields.free("merge"), let target = target ?? nil else { return nil }
    (kind, name, cluster) = (target.kind, target.name, target.cluster)
    self.merge = merge
  }

  private struct Target {
    let kind: Located<PlainText>
    let name: Located<PlainText>
    let cluster: Located<ClusterName>?

    init?(reading fields: inout MappingReader) {
      let kind: Located<PlainText>? = fields.required("kind")
      let name: Located<PlainText>? = fields.required("name")
      cluster = fields.optional("cluster")
      guard let kind, let name else { return nil }
      (self.kind, self.name) = (kind, name)
    }
  }
}
