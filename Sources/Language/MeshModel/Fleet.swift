package import Diagnostics
package import MeshNames
internal import YAMLReading

/// The fleet of Google Cloud that clusters elsewhere are registered in: all that a mesh has to be told of it.
package struct Fleet: Sendable {
  /// The fleet's host project.
  package let project: Located<ProjectID>?
  package let projectNumber: Located<ProjectNumber>?
  package let certificateAuthority: Located<Authority>?
  /// The pool that CA Service signs with; where it is left out, whoever installs names it.
  package let caPool: Located<AuthorityPool>?
  /// The place of the section's first key.
  package let place: SourceRange

  /// Who signs the workloads' certificates.
  package enum Authority: String, Choice {
    case istioCA = "istio-ca"
    case meshCA = "mesh-ca"
    case caService = "ca-service"

    /// Whether istiod signs itself, with an intermediate CA from the plan.
    package var isIstiod: Bool { self == .istioCA }
  }

  init(reading fields: inout MappingReader) {
    place = fields.mapping.entries.first?.key.range ?? fields.mapping.range
    project = fields.required("project", help: "the ID of the fleet's host project")
    projectNumber = fields.required(
      "projectNumber", help: "`gcloud projects describe PROJECT --format='value(projectNumber)'` prints it")
    certificateAuthority = fields.required("certificateAuthority", help: "`istio-ca`, `mesh-ca` or `ca-service`")
    caPool = fields.optional("caPool")
  }

  /// The mesh's ID, which nobody chooses (anthos-service-mesh-packages, asm/istio/istio-operator.yaml).
  package var meshID: MeshID? { projectNumber.flatMap { try? MeshID(parsing: "proj-\($0.value)") } }

  /// The trust domain, which follows from who signs (anthos-service-mesh-packages, asmcli/lib/config.sh and
  /// asm/istio/options/citadel-ca.yaml).
  package var trustDomain: TrustDomain? {
    guard let certificateAuthority, let project else { return nil }
    return certificateAuthority.value.isIstiod
      ? .clusterLocal : try? TrustDomain(parsing: "\(project.value).svc.id.goog")
  }
}

extension TrustDomain {
  /// Whether somebody wrote the word that asks for the trust domain that follows from the fleet.
  package var isLeftToFleet: Bool { description == "derived" }
}
