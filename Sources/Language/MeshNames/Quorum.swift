/// How many of a key's custodians must come together to use it: `2-of-3`.
package struct Quorum: TextValue {
  package let description: String

  /// Nobody alone, and one may be ill.
  package static let twoOfThree = Quorum(literal: "2-of-3")

  package init(parsing text: String) throws(Misfit) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "of", let needed = Int(parts[0]), let all = Int(parts[2]),
      text == "\(needed)-of-\(all)"
    else { throw Misfit("is no quorum", expected: "how many of how many, as in `2-of-3`") }
    guard (1...all).contains(needed), all <= 99 else {
      throw Misfit("asks for more than there are", expected: "how many of how many, as in `2-of-3`, at most 99")
    }
    description = text
  }

  private init(literal: String) { description = literal }
}
