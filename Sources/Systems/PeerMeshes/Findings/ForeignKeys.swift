package import Diagnostics
internal import MeshModel

extension FindingCode {
  static let keyOfOneMesh = FindingCode(
    702, "key-of-one-mesh", .error, restsOn: .keysOfMeshes,
    Explanation(
      meaning: "The topology has a key that is for the clusters of one mesh, and these are several meshes.",
      harm: """
        Nothing would come of it. Several meshes have no network in common and no control plane that reads another cluster; what is said of a mesh stands under `meshes`.
        """,
      wrong: .federation("mesh: {id: shop}"),
      right: .federation()))
}

extension Finding {
  package static func keyOfOneMesh(_ what: String, at range: SourceRange, help: String) -> Finding {
    Finding(.keyOfOneMesh, "\(what) means nothing where there are several meshes", at: range, help: help)
  }
}
