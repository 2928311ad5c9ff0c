package import MeshNames

/// Where the files of a certificate plan are in the output directory, and what is issued by it outside of that.
package struct CertificatesFolder: Equatable, Sendable {
  /// The mesh, where there is a plan for each of several.
  private let mesh: MeshID?

  private init(mesh: MeshID?) { self.mesh = mesh }

  /// The folder where one plan is all that there is.
  package static let ofOneMesh = CertificatesFolder(mesh: nil)

  /// The folder of one of several meshes.
  package static func of(_ mesh: MeshID) -> CertificatesFolder { CertificatesFolder(mesh: mesh) }

  /// Relative to the output directory.
  package var path: [String] { ["certificates"] + (mesh.map { [$0.description] } ?? []) }

  /// The plan, relative to the output directory.
  package var planPath: String { (path + ["plan.json"]).joined(separator: "/") }

  /// The folder of issued files, in terms of the shell.
  ///
  /// A key may be among them, and the output directory is committed: a variable says where they are.
  package var issued: String {
    "${ISSUED_CERTIFICATES:?name the folder that holds the issued certificates}" + (mesh.map { "/\($0)" } ?? "")
  }

  /// The same for people.
  package var issuedInWords: String {
    (mesh.map { "the folder `\($0)` of the one" } ?? "the folder") + " that `ISSUED_CERTIFICATES` names"
  }
}
