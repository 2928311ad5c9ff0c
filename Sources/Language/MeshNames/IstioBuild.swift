/// A build of a release of Istio: upstream's, `1.30.3`, or a vendor's, `1.25.3+tetrate3` or `1.24.3-solo`.
package struct IstioBuild: TextValue {
  /// The release that it is made of.
  package let version: Version
  /// What the vendor calls its build, without the sign before it: `tetrate3`.
  package let suffix: String?
  /// As it was written.
  package let description: String

  package init(_ version: Version) { self.init(version, suffix: nil, version.description) }

  private init(_ version: Version, suffix: String?, _ description: String) {
    self.version = version
    self.suffix = suffix
    self.description = description
  }

  package init(parsing text: String) throws(Misfit) {
    let release = text.prefix { $0 != "-" && $0 != "+" }
    guard release.count < text.count, let version = try? Version(parsing: String(release)) else {
      self.init(try Version(parsing: text))
      return
    }
    let suffix = text.dropFirst(release.count + 1)
    guard let first = suffix.first, first.isLetter || first.isNumber, suffix.utf8.allSatisfy(Self.isPartOfSuffix) else {
      throw Misfit(
        "has a suffix that no chart can have",
        expected: "letters, digits, dots and dashes behind the release, as in `1.25.3+tetrate3`")
    }
    self.init(version, suffix: String(suffix), text)
  }

  /// As a part of the name of a revision, which has neither dots nor signs: `1-25-3-tetrate3`.
  package var asRevision: String {
    String(description.lowercased().map { $0 == "." || $0 == "+" ? "-" : $0 })
  }

  private static func isPartOfSuffix(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
    default: false
    }
  }
}
