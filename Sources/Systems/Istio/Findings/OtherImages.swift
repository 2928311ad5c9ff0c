internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let otherImages = FindingCode(
    424, "other-images", .warning, restsOn: .system,
    Explanation(
      meaning: "Istio's own values take images of another release than that of the charts.",
      harm: """
        Charts give istiod the flags, the rights and the injection template of their own release. An image of another one \
        may miss a right, and an upgrade of `distribution.version` leaves the proxies where they are, without a word.
        """,
      sources: ["https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: istio, version: 1.30.3}\nvalues: {global: {tag: 1.30.2}}",
      right: "distribution: {name: istio, version: 1.30.3}\nvalues: {global: {tag: 1.30.3-distroless}}"))
}

extension Finding {
  static func otherImages(
    _ key: String, _ release: Version, than written: Located<PlainText>?, _ version: Version, at range: SourceRange
  ) -> Finding {
    Finding(
      .otherImages, "`\(key)` takes images of Istio \(release), and everything else is of \(version)", at: range,
      notes: written.map { [Annotation($0.range, "the release that is planned")] } ?? [],
      help: "leave it out, or say `distribution.version: \(release)`")
  }
}
