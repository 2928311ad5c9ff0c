internal import Digests

/// What a write is about to do, in order: enough to complete it after a kill, or to undo it after a failure.
struct Journal: Equatable {
  /// The bytes of a step stand in the staging folder under the step's number.
  let steps: [JournalStep]

  init(steps: [JournalStep]) {
    self.steps = steps
  }

  private static let title = "meshgen journal 1"

  /// The journal as bytes, sealed by a digest.
  var bytes: [UInt8] {
    let text = ([Self.title] + steps.map(\.text)).map { $0 + "\n" }.joined()
    return Array((text + Self.seal(of: text)).utf8)
  }

  /// The journal in bytes; `nil` where they are not exactly what one of our writes left behind.
  init?(bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3, lines[0] == Self.title[...], lines[lines.count - 1].isEmpty else { return nil }
    let steps = lines[1..<(lines.count - 2)].map { JournalStep(text: $0) }
    self.steps = steps.compactMap(\.self)
    // A journal that writes itself differently is none of ours, whatever the difference is.
    guard self.steps.count == steps.count, self.bytes == bytes else { return nil }
  }

  private static func seal(of text: String) -> String {
    "sha256 \(SHA256Digest(of: Array(text.utf8)))\n"
  }
}
