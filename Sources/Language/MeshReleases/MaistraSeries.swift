/// The series of OpenShift Service Mesh 2 that federate.
///
/// Federation came with 2.1, and 2.6 is the last before 3 (OpenShift documentation, service_mesh/v2x). Patches are chosen by
/// OLM and stand in no manifest, so they are not listed here.
package enum MaistraSeries {
  package static let minors = 1...6

  /// The last one, from which one migrates.
  package static let last = 6

  package static let source =
    "https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/service_mesh/service-mesh-2-x"

  /// What is known of `2.MINOR`; after 2.6 came 3.0, so a 2.7 would be new to everybody.
  package static func standing(minor: Int) -> Standing {
    if minors.contains(minor) { return .known }
    return minor > minors.upperBound ? .newer(nearest: "2.\(minors.upperBound)") : .older
  }
}
