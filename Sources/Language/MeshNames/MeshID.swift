/// The identifier of a mesh: `global.meshID`, and the label `app.kubernetes.io/part-of`.
package struct MeshID: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.labelValue.check(text)
    description = text
  }

  /// The identifier of one of several meshes.
  package init(of mesh: MeshName) { description = mesh.description }
}
