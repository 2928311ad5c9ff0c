/// An amount of processor time or of memory: `500m`, `2`, `1Gi` (Kubernetes, "Resource Management for Pods").
package struct ResourceQuantity: TextValue, Comparable {
  package let description: String
  /// The amount in thousandths, the smallest unit that either is given in.
  private let thousandths: Int

  package init(parsing text: String) throws(Misfit) {
    let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
    guard let number = Self.thousandths(digits), let amount = Self.amount(number, text.dropFirst(digits.count)),
      amount > 0
    else {
      throw Misfit("is no amount of a resource", expected: "an amount such as `500m`, `2`, `0.5`, `128Mi` or `1Gi`")
    }
    thousandths = amount
    description = text
  }

  /// A number with at most three digits behind its point, in thousandths.
  private static func thousandths(_ digits: Substring) -> Int? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      parts.last.map({ $0.count <= 3 }) ?? false
        || parts.count == 1, parts[0].count <= 9
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] + String(repeating: "0", count: 3 - parts[1].count) : "000"
    return Int(parts[0] + fraction)
  }

  private static func amount(_ thousandths: Int, _ unit: Substring) -> Int? {
    if unit == "m" { return thousandths % 1000 == 0 ? thousandths / 1000 : nil }
    guard let factor = units[unit] else { return nil }
    let (product, overflow) = thousandths.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  private static let units: [Substring: Int] = [
    "": 1, "k": 1000, "M": 1_000_000, "G": 1_000_000_000, "T": 1_000_000_000_000,
    "Ki": 1 << 10, "Mi": 1 << 20, "Gi": 1 << 30, "Ti": 1 << 40,
  ]

  package static func < (left: ResourceQuantity, right: ResourceQuantity) -> Bool {
    left.thousandths < right.thousandths
  }
}
