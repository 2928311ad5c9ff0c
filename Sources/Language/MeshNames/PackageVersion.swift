/// A release of Cloud Service Mesh, as in `1.19.10-asm.9`: one of Istio, and the number of Google's package of it.
package struct PackageVersion: TextValue, Comparable {
  /// The release of Istio.
  package let istio: Version
  /// Counts what Google has made of that release.
  package let number: Int

  package init(_ istio: Version, _ number: Int) {
    self.istio = istio
    self.number = number
  }

  package init(parsing text: String) throws(Misfit) {
    let expected = "Istio's release and the package's number, as in `1.30.7-asm.9`"
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("asm."), let number = Self.number(parts[1].dropFirst(4)),
      let istio = try? Version(parsing: String(parts[0]))
    else {
      throw Misfit("is no release of Cloud Service Mesh", expected: expected)
    }
    self.init(istio, number)
  }

  package var description: String { "\(istio)-asm.\(number)" }

  /// The name that asmcli gives the revision (anthos-service-mesh-packages, asmcli/lib/util.sh): `asm-11910-9`.
  package var asRevision: String { "asm-\(istio.major)\(istio.minor)\(istio.patch)-\(number)" }

  package static func < (left: PackageVersion, right: PackageVersion) -> Bool {
    left.istio == right.istio ? left.number < right.number : left.istio < right.istio
  }

  private static func number(_ digits: Substring) -> Int? {
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.count > 1 && digits.hasPrefix("0") ? nil : Int(digits)
  }
}
