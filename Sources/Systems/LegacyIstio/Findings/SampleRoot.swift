internal import Diagnostics
internal import MeshModel

extension FindingCode {
  static let sampleRoot = FindingCode(
    621, "sample-root", .warning,
    Explanation(
      meaning: "The root has the name of the one in Istio's samples.",
      harm: """
        The key of that root is part of every archive of Istio: whoever uses it lets anybody into the mesh. A root of \
        one's own that has the same name cannot be told from it.
        """,
      sources: ["https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/"],
      wrong: .replicated("certificateAuthority: {root: {subject: {commonName: Root CA, organization: Istio}}}"),
      right: .replicated("certificateAuthority: {root: {subject: {commonName: Root CA, organization: Example}}}")))
}

extension Finding {
  static func sampleRoot(at place: SourceRange) -> Finding {
    Finding(
      .sampleRoot, "the root is called as the one in Istio's samples, whose key everybody has", at: place,
      help: "give the root's `subject` an `organization` of your own")
  }
}
