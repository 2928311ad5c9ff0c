/// The number of a port.
package struct PortNumber: TextValue {
  package let number: Int

  package init(parsing text: String) throws(Misfit) {
    guard let number = wholeNumber(text, in: 1...65535) else {
      throw Misfit("is no port", expected: "a number between 1 and 65535")
    }
    self.number = number
  }

  package var description: String { String(number) }
}
