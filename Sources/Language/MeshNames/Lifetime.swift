/// How long a certificate is planned to be valid, in whole days; a duration and never a date.
package struct Lifetime: TextValue, Comparable {
  package let days: Int

  /// The longest lifetime that can be planned: a hundred years.
  private static let longest = 36_500

  package init(days: Int) { self.days = days }

  package init(parsing text: String) throws(Misfit) {
    let expected = "whole days or years, as in `3650d` or `10y` (365 days each), at most 100y"
    if Int(text) != nil { throw Misfit("has no unit", expected: expected, suggestion: "\(text)d") }
    guard let unit = text.last, let count = Int(text.dropLast()), !text.hasPrefix("+") else {
      throw Misfit("is no lifetime", expected: expected)
    }
    switch unit {
    case "d" where (1...Self.longest).contains(count): days = count
    case "y" where (1...(Self.longest / 365)).contains(count): days = count * 365
    case "d", "y": throw Misfit("is out of range", expected: expected)
    case "h" where count > 0 && count % 24 == 0:
      throw Misfit("counts hours", expected: expected, suggestion: "\(count / 24)d")
    default: throw Misfit("is no lifetime", expected: expected)
    }
  }

  package var description: String { "\(days)d" }

  package static func < (left: Lifetime, right: Lifetime) -> Bool { left.days < right.days }
}
