/// Parts of a topology that many findings are drawn from (`FindingCode.restsOn`).
extension [String] {
  /// What says which system is planned for, and so which checks there are.
  package static var system: [String] { ["distribution", "controlPlane", "migration", "meshes"] }

  /// What the hierarchies of authorities follow from.
  static var authorities: [String] {
    system + ["certificateAuthority", "clusters[].certificateAuthority", "clusters[].name"]
  }

  /// What says which cluster serves which.
  static var roles: [String] { system + ["clusters[].role", "clusters[].primary"] }

  /// What has other keys where there are several meshes.
  package static var keysOfMeshes: [String] {
    system + ["remoteAccess", "certificateAuthority", "clusters[].name"]
  }
}
