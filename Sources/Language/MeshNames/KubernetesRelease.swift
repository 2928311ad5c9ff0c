/// A release of Kubernetes without its patch: `1.15`.
package struct KubernetesRelease: TextValue, Comparable {
  package let major: Int
  package let minor: Int

  package init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  package init(parsing text: String) throws(Misfit) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]), "\(major).\(minor)" == text,
      major == 1, (0...999).contains(minor)
    else { throw Misfit("is no release of Kubernetes", expected: "two numbers, as in `1.15`") }
    self.init(major, minor)
  }

  package var description: String { "\(major).\(minor)" }

  package static func < (left: KubernetesRelease, right: KubernetesRelease) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
