internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

/// A release of the operator, with or without its patch: `1.30`, `0.2.0`.
struct OperatorRelease: TextValue {
  let major: Int
  let minor: Int
  let description: String

  init(parsing text: String) throws(Misfit) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(numbers.count), let major = numbers[0], let minor = numbers[1],
      numbers.allSatisfy({ $0 ?? -1 >= 0 })
    else { throw Misfit("is no release of the operator", expected: "two or three numbers, as in `1.30` or `0.2.0`") }
    self.major = major
    self.minor = minor
    description = text
  }

  var series: String { "\(major).\(minor)" }

  /// The Sail operator's release that it is, or is made of.
  private var sail: (major: Int, minor: Int) {
    let base = ServiceMeshRelease.all.first { $0.series == series }?.sail.split(separator: ".").compactMap { Int($0) }
    return base.map { ($0.first ?? major, $0.last ?? minor) } ?? (major, minor)
  }

  func isOlder(than other: (major: Int, minor: Int)) -> Bool { sail < other }
}
