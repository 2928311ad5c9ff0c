/// The name of an HTTP header, in the lower case that proxies compare it in.
package struct HeaderName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    // RFC 9110, section 5.6.2: a token.
    let isToken = !text.isEmpty && text.unicodeScalars.allSatisfy { Self.token.contains($0) }
    guard isToken else { throw Misfit("is no name of a header", expected: "letters, digits and `-`, as in `end-user`") }
    // HTTP/2 has no upper case, and Istio's matches neither.
    guard text == text.lowercased() else {
      throw Misfit("has an upper-case letter", expected: "the name in lower case", suggestion: text.lowercased())
    }
    description = text
  }

  private static let token = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~".unicodeScalars)
}
