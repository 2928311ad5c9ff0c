/// How many of something: a whole number from 1 to 1000.
package struct Count: TextValue, Comparable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package init(parsing text: String) throws(Misfit) {
    guard let number = wholeNumber(text, in: 1...1000) else {
      throw Misfit("is no such number", expected: "a whole number from 1 to 1000")
    }
    self.number = number
  }

  package var description: String { String(number) }

  package static func < (left: Count, right: Count) -> Bool { left.number < right.number }
}
