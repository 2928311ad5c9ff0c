/// A release of a distribution, as in `1.30.3`.
///
/// It always names the patch: an upgrade is a change of the topology.
package struct Version: TextValue, Comparable {
  package let major: Int
  package let minor: Int
  package let patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  package init(parsing text: String) throws(Misfit) {
    let expected = "three numbers, as in `1.30.3`"
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap(Self.number)
    if numbers.count == 2, parts.count == 2 {
      throw Misfit("leaves the patch release open", expected: "\(expected), so that no upgrade comes by itself")
    }
    guard numbers.count == 3, parts.count == 3 else {
      let mended = text.hasPrefix("v") ? try? Version(parsing: String(text.dropFirst())) : nil
      throw Misfit("is no version", expected: expected, suggestion: mended?.description)
    }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  package var description: String { "\(major).\(minor).\(patch)" }

  /// The release without its patch: `1.30`.
  package var series: String { "\(major).\(minor)" }

  package static func < (left: Version, right: Version) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  private static func number(_ digits: Substring) -> Int? {
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.count > 1 && digits.hasPrefix("0") ? nil : Int(digits)
  }
}
