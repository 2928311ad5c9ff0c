internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let duplicateNetwork = FindingCode(
    305, "duplicate-network", .error, restsOn: [],
    Explanation(
      meaning: "Two networks have the same name.",
      harm: """
        They would be one network: clusters whose pods cannot reach each other would be given each other's pod \
        addresses in place of a gateway's.
        """,
      sources: ["istio/istio#39712"],
      wrong: "networks: [{name: network1}, {name: network2}, {name: network1}]",
      right: "networks: [{name: network1}, {name: network2}]"))
}

extension Finding {
  static func duplicateNetwork(_ name: Located<NetworkName>, first: SourceRange) -> Finding {
    Finding(
      .duplicateNetwork, "a second network is named `\(name.value)`", at: name.range,
      notes: [Annotation(first, "first used here")], help: "name each network once")
  }
}
