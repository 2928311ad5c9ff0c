internal import MeshNames

/// One part of a distinguished name.
struct NamePart: TextValue {
  let description: String

  init(parsing text: String) throws(Misfit) {
    _ = try PlainText(parsing: text)
    guard text.unicodeScalars.count <= 64 else {
      throw Misfit("has \(text.unicodeScalars.count) characters", expected: "at most 64 (RFC 5280, appendix A.1)")
    }
    guard text.first != " ", text.last != " ", !text.contains("\\") else {
      throw Misfit(
        "has a space at an end, or a backslash, which some tools drop", expected: "a text without them")
    }
    description = text
  }
}

/// A country as X.520 has it: two capitals.
struct CountryCode: TextValue {
  let description: String

  init(parsing text: String) throws(Misfit) {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw Misfit("is no country code", expected: "two capitals, as in `DE` (ISO 3166-1)")
    }
    description = text
  }
}
