internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

/// A release of OpenShift Service Mesh 2: what stands in a control plane's `spec.version`, and a patch that OLM chooses.
struct MaistraRelease: TextValue, Comparable {
  let minor: Int

  init(parsing text: String) throws(Misfit) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard (2...3).contains(numbers.count), numbers.count == parts.count,
      numbers.map(String.init) == parts.map(String.init)
    else { throw Misfit("is no release", expected: "two numbers, as in `2.6`, or three") }
    guard numbers[0] == 2, MaistraSeries.standing(minor: numbers[1]) != .older else {
      throw Misfit(
        "is no release of OpenShift Service Mesh that federates",
        expected: "2.\(MaistraSeries.minors.lowerBound) to 2.\(MaistraSeries.minors.upperBound)")
    }
    minor = numbers[1]
  }

  private init(minor: Int) { self.minor = minor }

  var description: String { "2.\(minor)" }

  /// Whether a control plane says how much of its cluster it is for; `spec.mode` came with 2.4.
  var hasModes: Bool { self >= MaistraRelease(minor: 4) }

  /// Whether gateways send their whole chain to peers; those of 2.1 do not (MAISTRA-2687).
  var sendsChains: Bool { self > MaistraRelease(minor: 1) }

  static func < (left: MaistraRelease, right: MaistraRelease) -> Bool { left.minor < right.minor }
}
