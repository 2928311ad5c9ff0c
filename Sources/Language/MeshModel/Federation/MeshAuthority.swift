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
    let forms: KeyValuePairs = [
      "self-signed": "self-signed", "plugged-in": "plugged-in", "planned": "{lifetime: 1095d, …}",
    ]
    return optional("certificateAuthority", forms: forms) { (word: AuthorityWord) in
      word == .selfSigned ? .selfSigned : .pluggedIn
    } mapping: {
      .planned(AuthoritySettings(reading: &$0))
    }
  }
}

private enum AuthorityWord: String, Choice {
  case selfSigned = "self-signed"
  case pluggedIn = "plugged-in"
}
