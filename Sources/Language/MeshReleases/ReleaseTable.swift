/// What is known of the releases of one thing, as people read it.
package struct ReleaseTable: Sendable {
  /// The distribution of a topology that it is for, as the language has it; `nil` where it is for several.
  package let distribution: String?
  package let title: String
  package let columns: [String]
  /// A text for each column; empty where nothing is to be said.
  package let rows: [[String]]

  /// Those for a distribution, or all of them.
  package static func tables(for distribution: String?) -> [ReleaseTable] {
    guard let distribution else { return all }
    return all.filter { $0.distribution == nil || $0.distribution == distribution }
  }
}
