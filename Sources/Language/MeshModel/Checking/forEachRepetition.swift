package import Diagnostics

/// Calls back for each value that was used before, with the place of its first use.
package func forEachRepetition<Value: Hashable>(
  of values: some Sequence<Located<Value>>, _ report: (Located<Value>, _ first: SourceRange) -> Void
) {
  var firstUses: [Value: SourceRange] = [:]
  for value in values {
    guard let first = firstUses[value.value] else {
      firstUses[value.value] = value.range
      continue
    }
    report(value, first)
  }
}
