internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let stillThere = FindingCode(
    898, "still-there", .error, restsOn: ["clusters", "networks", "namespaces", "meshes", "renamed"],
    Explanation(
      meaning: "A rename begins at a name that the topology still has.",
      harm:
        "A thing cannot have gone to another name and be there under the old one: a comparison would mix up the two.",
      wrong: "renamed: {networks: [{from: network1, to: network2}]}",
      right: "renamed: {networks: [{from: frankfurt, to: network1}]}"))

  static let renamedToNothing = FindingCode(
    899, "renamed-to-nothing", .error, restsOn: ["clusters", "networks", "namespaces", "meshes", "renamed"],
    Explanation(
      meaning: "A rename leads to a name that the topology does not have.",
      harm:
        "A comparison would take the old thing for gone and the new one for new: that is what the rename is to prevent.",
      wrong: "renamed: {clusters: [{from: east, to: cluster3}]}",
      right: "renamed: {clusters: [{from: east, to: cluster1}]}"))
}

extension Finding {
  static func stillThere<Name>(_ name: Located<Name>, _ kind: String, _ range: SourceRange) -> Finding
  where Name: TextValue {
    Finding(
      .stillThere, "the \(kind) `\(name.value)` is said to have another name, and is still there", at: name.range,
      notes: [Annotation(range, "it is here")], help: "`from` is a name that the topology no longer has")
  }

  static func renamedToNothing<Name>(_ name: Located<Name>, _ kind: String, _ known: [String]) -> Finding
  where Name: TextValue {
    Finding(
      .renamedToNothing, "there is no \(kind) `\(name.value)` that another could have become",
      misspelt: name.value.description, at: name.range, among: known,
      otherwise: known.isEmpty ? "the topology has none" : "the topology has \(listed(known))")
  }
}
