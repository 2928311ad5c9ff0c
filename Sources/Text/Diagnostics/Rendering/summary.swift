extension [Finding] {
  /// How many findings there are, and the errors once more where others could bury them.
  ///
  /// - Parameters:
  ///   - source: The text that they are about.
  ///   - most: How many errors are named.
  /// - Returns: A line, and one for each error that is named.
  package func summary(of source: SourceText, most: Int = 10) -> String {
    let errors = filter { $0.severity == .error }
    guard errors.count < count, !errors.isEmpty else { return counted }
    let named = FindingFormat.line.render(Array(errors.prefix(most)), of: source)
    return counted + "\n" + named + (errors.count > most ? "and \(errors.count - most) more errors" : "")
  }

  /// How many there are of each severity: `2 errors, 1 warning`.
  private var counted: String {
    Severity.allCases.reversed().compactMap { severity in
      let count = self.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }
}
