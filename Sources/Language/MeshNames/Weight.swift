/// A share of the requests, in hundredths.
package struct Weight: TextValue {
  package let percent: Int

  package init(parsing text: String) throws(Misfit) {
    guard let percent = wholeNumber(text, in: 0...100) else {
      throw Misfit("is no share of the requests", expected: "a number between 0 and 100")
    }
    self.percent = percent
  }

  package var description: String { String(percent) }
}
