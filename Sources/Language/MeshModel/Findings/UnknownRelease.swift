package import Diagnostics
internal import MeshReleases

extension FindingCode {
  package static let unknownRelease = FindingCode(
    416, "unknown-release", .warning,
    Explanation(
      meaning: "The release is newer than what this meshgen knows of its series, or of all series.",
      harm: """
        It is planned like the nearest known one, with its own version wherever a version stands. What has changed in it, \
        and whether it is there at all, this meshgen cannot say: read its upgrade notes before the plan is carried out. \
        `meshgen releases` shows what is known, from which day and source.
        """,
      sources: ["https://istio.io/latest/news/releases/"],
      wrong: "distribution: {name: sail, version: 1.30.19}",
      right: "distribution: {name: sail, version: 1.30.7}"))
}

extension Finding {
  /// A release that came after what is known.
  ///
  /// - Parameters:
  ///   - release: The release in words: "Istio 1.30.19".
  ///   - nearest: The known one that it is planned like, in words: "Istio 1.30.7".
  ///   - range: Where it stands.
  ///   - notes: Further places.
  ///   - more: What else follows, as a clause.
  /// - Returns: The finding. It has no fix: an older release is no better one.
  package static func unknownRelease(
    _ release: String, nearest: String, at range: SourceRange, notes: [Annotation] = [], _ more: String? = nil
  ) -> Finding {
    Finding(
      .unknownRelease, "this meshgen, whose knowledge is of \(Knowledge.day), does not know \(release)", at: range,
      notes: notes, help: "it is planned like \(nearest)\(more.map { ", \($0)" } ?? ""): read its upgrade notes")
  }
}
