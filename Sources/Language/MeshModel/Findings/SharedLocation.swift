internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let sharedLocation = FindingCode(
    312, "shared-location", .error, restsOn: [],
    Explanation(
      meaning: "Two clusters have the same `location`. A cluster that names none has its own name.",
      harm: """
        The location is the `L=` of the cluster's intermediate CA and the folder that its certificates and its key \
        are issued into: the second cluster's would replace the first one's, and both would run on one key.
        """,
      wrong: """
        clusters:
          - {name: cluster1, network: network1, location: frankfurt, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, location: frankfurt, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, location: frankfurt-1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, location: frankfurt-2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func sharedLocation(_ location: Located<LocationName>, first: SourceRange) -> Finding {
    Finding(
      .sharedLocation, "two clusters keep their certificates in `\(location.value)`", at: location.range,
      notes: [Annotation(first, "the first of them")], help: "give each a location of its own, or leave it out")
  }
}
