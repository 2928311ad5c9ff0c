internal import Diagnostics

/// What somebody did who wrote a text that is not YAML: libyaml says what it expected, and this what is there.
struct SyntaxMistake {
  let message: String
  let place: SourceRange
  var notes: [Finding.Annotation] = []
  let help: String?

  /// - Parameters:
  ///   - error: What libyaml says, with its own words for what it was reading and what it did not find
  ///     (libyaml 0.2.5, src/scanner.c and src/parser.c).
  ///   - text: The text.
  init(_ error: EventReader.SyntaxError, in text: Lines) {
    let isOpen =
      error.problem.hasPrefix("did not find expected") || error.problem.contains("not allowed in this context")
    if error.problem.hasPrefix("found unexpected") || isOpen || error.problem == "could not find expected ':'",
      let quote = text.openQuote(before: error.place.start)
    {
      self = .openQuote(at: quote)
      return
    }
    self = Self.ofKind(error, text) ?? .unexplained(error)
  }

  init(_ message: String, at place: SourceRange, notes: [Finding.Annotation] = [], help: String?) {
    (self.message, self.place, self.notes, self.help) = (message, place, notes, help)
  }

  private static func ofKind(_ error: EventReader.SyntaxError, _ text: Lines) -> SyntaxMistake? {
    let begin = error.context?.range ?? error.place
    return switch (error.context?.words, error.problem) {
    case ("while parsing a flow sequence", _): .openBracket("[", closedBy: "]", at: begin, error.place, text)
    case ("while parsing a flow mapping", _): .openBracket("{", closedBy: "}", at: begin, error.place, text)
    case ("while parsing a block mapping", "did not find expected key"),
      ("while parsing a block collection", "did not find expected '-' indicator"):
      .indentation(at: error.place, begin, text)
    case (_, "mapping values are not allowed in this context"): .secondColon(at: error.place, text)
    case (_, "block sequence entries are not allowed in this context"): .dash(at: error.place)
    case ("while scanning for the next token", _), (_, "found a tab character that violates indentation"):
      .foreignCharacter(at: error.place, text)
    case ("while scanning an alias", _), ("while scanning an anchor", _): .foreignCharacter(at: begin, text)
    case (_, "could not find expected ':'"): .noColon(at: begin, text)
    case ("while scanning a quoted scalar", _): .openQuote(at: begin.start)
    case (_, "found unknown escape character"), (_, "did not find expected hexdecimal number"):
      .escape(at: error.place)
    default: nil
    }
  }
}

extension SyntaxMistake {
  private static func openQuote(at quote: Int) -> SyntaxMistake {
    SyntaxMistake(
      "the quote that begins here is not closed in its line", at: SourceRange(quote, quote + 1),
      help: "close it, or leave both out: few values need quotes")
  }

  private static func openBracket(
    _ open: String, closedBy close: String, at begin: SourceRange, _ place: SourceRange, _ text: Lines
  ) -> SyntaxMistake {
    SyntaxMistake(
      "the `\(open)` that begins here is not closed", at: SourceRange(begin.start, begin.start + 1),
      notes: [.init(place, "a comma or `\(close)` is missing before this")],
      help: "close it with `\(close)`, and put a comma between what is in it")
  }

  private static func indentation(at place: SourceRange, _ begin: SourceRange, _ text: Lines) -> SyntaxMistake? {
    guard text.beginsLine(place.start) else {
      return SyntaxMistake(
        "something stands behind a value that has ended", at: place,
        help: "quote the whole value, or begin a new line")
    }
    let found = text.indentation(of: place.start)
    let sibling = text.sibling(of: place.start)
    let isSame = text.indentation(of: begin.start) == found
    return SyntaxMistake(
      isSame
        ? "this line begins where those of a list begin, and has no dash"
        : "this line is indented by \(blanks(found)), which is that of nothing above it",
      at: text.word(at: place.start),
      notes: sibling.map { [.init($0, "this one is indented by \(blanks(text.indentation(of: $0.start)))")] } ?? [],
      help: "keys of one mapping begin in one column, and so do the dashes of one list")
  }

  private static func secondColon(at colon: SourceRange, _ text: Lines) -> SyntaxMistake {
    if let first = text.earlierColon(in: colon.start) {
      return SyntaxMistake(
        "there is a second `: ` in this line", at: SourceRange(colon.start, colon.start + 1),
        notes: [.init(SourceRange(first, first + 1), "the first one")],
        help: "put the value in quotes, or begin a new line")
    }
    let start = text.firstWord(inLineOf: colon.start)
    return SyntaxMistake(
      "this line is indented as if it belonged to the one above, which has a value already",
      at: SourceRange(start, colon.start), notes: text.lineAbove(start).map { [.init($0, "this one")] } ?? [],
      help: "indent it like the keys that it stands beside")
  }

  private static func dash(at place: SourceRange) -> SyntaxMistake {
    SyntaxMistake(
      "an item of a list begins here, behind something else", at: SourceRange(place.start, place.start + 1),
      help: "begin a new line for each item, or write `[a, b]`")
  }

  private static func foreignCharacter(at place: SourceRange, _ text: Lines) -> SyntaxMistake {
    let character = text.character(at: place.start)
    if character == "\t" {
      return SyntaxMistake(
        "there is a tab here, which YAML does not take for indentation", at: SourceRange(place.start, place.start + 1),
        help: "write blanks in its place")
    }
    return SyntaxMistake(
      "a value cannot begin with \(character == "`" ? "a backtick" : "`\(character)`")",
      at: SourceRange(place.start, place.start + 1),
      help: "put it in quotes")
  }

  private static func noColon(at begin: SourceRange, _ text: Lines) -> SyntaxMistake {
    SyntaxMistake(
      "there is no `: ` behind this, and it is no item of a list", at: text.word(at: begin.start),
      help: "write `key: value`, with a blank behind the colon, or `- item`")
  }

  private static func escape(at place: SourceRange) -> SyntaxMistake {
    SyntaxMistake(
      "this backslash stands for no character", at: place,
      help: "put the value in 'single quotes', which leave it as it is")
  }

  private static func unexplained(_ error: EventReader.SyntaxError) -> SyntaxMistake {
    SyntaxMistake(
      "this is not YAML: \(error.problem)", at: error.place, notes: error.context.map { [$0] } ?? [], help: nil)
  }

  private static func blanks(_ count: Int) -> String {
    count == 0 ? "no blank" : count == 1 ? "one blank" : "\(count) blanks"
  }
}
