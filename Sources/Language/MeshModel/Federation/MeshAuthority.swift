internal import Diagnostics
internal import YAMLReading

/// Whose certificates the own ones of one of several meshes are signed with.
package enum MeshAuthority: Sendable {
  /// One that the control plane makes for itself.
  case selfSigned
  /// One that it is given, as the Secret `cacerts`, and that the plan knows nothing of.
  case pluggedIn
  /// One of the certificate plan, below a root that is the mesh's alone, with what is said of it.
  case planned(AuthoritySettings?)

  /// What is said of the mesh's authority.
  package var settings: AuthoritySettings? {
    if case .planned(let settings) = self { settings } else { nil }
  }

  package var isPlanned: Bool {
    if case .planned = self { true } else { false }
  }
}

extension Topology {
  /// What signs a mesh's certificates: what it says of itself, or what the topology says of all.
  package func authority(of mesh: FederatedMesh) -> MeshAuthority {
    mesh.certificateAuthority?.value ?? (certificateAuthority == nil ? .selfSigned : .planned(nil))
  }
}

extension MappingReader {
  /// Reads `certificateAuthority`: a word, or a mapping that says something of the mesh's authority in the plan.
  mutating func readMeshAuthority() -> Located<MeshAuthority>? {
    let key = "certificateAuthority"
    guard let node = mapping.entries.first(where: { $0.key.text == key })?.value, case .mapping = node else {
      let word: Located<AuthorityWord>? = optional(key)
      return word?.map { $0 == .selfSigned ? .selfSigned : .pluggedIn }
    }
    let settings = optional(key) { AuthoritySettings(reading: &$0) }
    return Located(.planned(settings), at: node.range)
  }
}

private enum AuthorityWord: String, Choice {
  case selfSigned = "self-signed"
  case pluggedIn = "plugged-in"
}
