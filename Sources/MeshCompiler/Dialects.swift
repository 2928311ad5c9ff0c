internal import CloudServiceMeshDialect
package import Diagnostics
internal import HelmDialect
internal import LegacyIstio
internal import MeshModel
package import Planning
internal import ReplicatedDialect
internal import SailDialect
internal import SharedDialect
internal import YAMLReading

/// The dialects that this compiler has.
///
/// A new one is one line here, and one in Package.swift.
package enum Dialects {
  package static let all: [any Dialect] = [Sail(), Helm(), Replicated(), Shared(), CloudServiceMesh()]
}

/// Every kind of finding that there is, by number.
package enum FindingCodes {
  package static var all: [FindingCode] {
    let shared = YAMLFindings.codes + ModelFindings.codes + PlanFindings.codes + [.unknownCode, .errorNotSilenced]
    return shared + ofDialects
  }

  /// Those of the dialects, some of which have findings in common, and those about what only some of them read.
  private static var ofDialects: [FindingCode] {
    let codes = ModelFindings.serviceCodes + ModelFindings.fleetCodes + LegacyFindings.codes + Dialects.all.flatMap(\.findingCodes)
    return Set(codes).sorted { $0.number < $1.number }
  }

  /// The code that somebody names: `MG303`, `303` or `unknown-network`.
  package static func named(_ name: String) -> FindingCode? {
    let wanted = name.lowercased()
    return all.first { [$0.name.lowercased(), String($0.number), $0.slug].contains(wanted) }
  }
}
