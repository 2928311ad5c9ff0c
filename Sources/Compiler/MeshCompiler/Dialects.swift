internal import CertificateFindings
internal import CertificateTools
internal import CloudServiceMeshDialect
package import Diagnostics
internal import FederationDialect
internal import HelmDialect
internal import LegacyIstio
internal import MeshChange
internal import MeshModel
internal import MultiMeshDialect
package import Planning
internal import ReplicatedDialect
internal import SailDialect
internal import SharedDialect
internal import YAMLReading

/// The dialects that this compiler has.
///
/// A new one is one line here, and one in Package.swift.
package enum Dialects {
  package static let all: [any Dialect] = [
    Sail(), Helm(), Replicated(), Shared(), Federation(), CloudServiceMesh(), MultiMesh(),
  ]
}

/// Every kind of finding that there is, by number.
package enum FindingCodes {
  package static var all: [FindingCode] {
    let modules = [
      YAMLFindings.codes, ModelFindings.codes, ModelFindings.serviceCodes, ModelFindings.fleetCodes,
      ModelFindings.migrationCodes,
      PlanFindings.codes, ToolFindings.codes, LegacyFindings.codes, CertificateFindings.codes, ChangeKinds.codes,
      FindingCode.ofBindings,
      [.brokenPromise, .unknownCode, .errorNotSilenced],
    ]
    // Dialects have some findings in common.
    return Set(modules.joined() + Dialects.all.flatMap(\.findingCodes)).sorted { $0.number < $1.number }
  }

  /// The code that somebody names: `MG303`, `303` or `unknown-network`.
  package static func named(_ name: String) -> FindingCode? {
    let wanted = name.lowercased()
    return all.first { [$0.name.lowercased(), String($0.number), $0.slug].contains(wanted) }
  }
}
