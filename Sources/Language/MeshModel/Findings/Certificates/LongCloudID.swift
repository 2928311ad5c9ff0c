internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let longCloudID = FindingCode(
    536, "long-cloud-id", .error,
    Explanation(
      meaning: "The ID of an authority in Google's Certificate Authority Service would be longer than 63 characters.",
      harm: """
        Authorities and templates there are called after the mesh and the authority. The service refuses a longer ID, \
        after those above it were made.
        """,
      sources: ["cloud.google.com, projects.locations.caPools.certificateAuthorities/create"],
      wrong: """
        mesh: {id: the-mesh-of-the-department-that-has-the-longest-name}
        certificateAuthority:
          tiers: [{name: issuing-for-everybody}]
          tools: [google-cas]
          googleCAS: {project: example-pki, location: europe-west3, pool: mesh}
        """,
      right: """
        silence: [{code: MG520, reason: the security team has seen it}]
        mesh: {id: department}
        certificateAuthority:
          tiers: [{name: issuing}]
          tools: [google-cas]
          googleCAS: {project: example-pki, location: europe-west3, pool: mesh}
        """))
}

extension Finding {
  static func longCloudID(_ id: String, tool: SourceRange, mesh: SourceRange?) -> Finding {
    Finding(
      .longCloudID, "`\(id)` has \(id.count) characters, and the service takes 63", at: tool,
      notes: mesh.map { [Annotation($0, "it begins with this")] } ?? [],
      help: "give the mesh, the tier or the cluster a shorter name")
  }
}
