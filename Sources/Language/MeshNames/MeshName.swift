/// The name of a mesh among others: its control plane's, and the one that its peers know it by.
package struct MeshName: TextValue, Comparable {
  package let description: String

  /// Names of gateways and of their accounts are made from it, `egress-NAME-service-account` the longest of them.
  private static let longest = 40

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    guard text.utf8.count <= Self.longest else {
      throw Misfit(
        "has \(text.utf8.count) characters",
        expected: "at most \(Self.longest), since names of gateways and accounts are made from it")
    }
    description = text
  }

  package static func < (left: MeshName, right: MeshName) -> Bool { left.description < right.description }
}
