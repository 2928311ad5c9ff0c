package import MeshNames

/// A series of Cloud Service Mesh whose packages are planned for.
package struct CloudServiceMeshSeries: Sendable {
  /// The release of Istio that it begins with.
  package let first: Version
  /// The newest package that is known.
  package let newest: PackageVersion?
  /// Whether Google maintains it: the newest series and the two before (docs.cloud.google.com/service-mesh/versions).
  package let isMaintained: Bool

  package var name: String { first.series }

  package static let source = "https://docs.cloud.google.com/service-mesh/versions (2026-11-12)"

  /// The newest first; before 1.13, gateways were no injected pods (anthos-service-mesh-packages, asm/istio/expansion).
  package static let all: [CloudServiceMeshSeries] =
    [
      CloudServiceMeshSeries(31, PackageVersion(Version(1, 31, 3), 9), isMaintained: true),
      CloudServiceMeshSeries(30, PackageVersion(Version(1, 30, 7), 9), isMaintained: true),
      CloudServiceMeshSeries(29, PackageVersion(Version(1, 29, 10), 4), isMaintained: true),
    ] + (13...28).reversed().map { CloudServiceMeshSeries($0, nil, isMaintained: false) }

  /// The oldest release of Istio that is planned for.
  package static let oldest: Version = all.last?.first ?? Version(1, 13, 0)

  /// The oldest series that Google maintains.
  package static let oldestMaintained = all.last(where: \.isMaintained)?.name

  package static func of(_ package: PackageVersion) -> CloudServiceMeshSeries? {
    all.first { $0.name == package.istio.series }
  }

  /// What is known of a package.
  package static func standing(of package: PackageVersion) -> Standing {
    if package.istio < oldest { return .older }
    let newest = of(package)?.newest ?? (package.istio > (all.first?.first ?? oldest) ? all.first?.newest : nil)
    guard let newest, package > newest else { return .known }
    return .newer(nearest: newest.description)
  }

  private init(_ minor: Int, _ newest: PackageVersion?, isMaintained: Bool) {
    first = Version(1, minor, 0)
    self.newest = newest
    self.isMaintained = isMaintained
  }
}
