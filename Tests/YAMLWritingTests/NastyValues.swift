import YAMLWriting

/// Values that are hard to write and to read back, the same ones for a seed on every machine.
///
/// No mapping has a key twice.
struct NastyValues {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// A document: a value of a few levels.
  mutating func next() -> YAMLValue { value(depth: Int.random(in: 0...4, using: &random)) }

  private mutating func value(depth: Int) -> YAMLValue {
    guard depth > 0 else { return scalar() }
    return switch Int.random(in: 0..<8, using: &random) {
    case 0..<4: mapping(depth: depth)
    case 4..<7: .sequence((0..<count()).map { _ in value(depth: depth - 1) })
    default: scalar()
    }
  }

  private mutating func mapping(depth: Int) -> YAMLValue {
    let entries = (0..<count()).map { _ in YAMLValue.Entry(text(), value(depth: depth - 1)) }
    var keys: Set<[UInt8]> = []
    return .mapping(entries.filter { keys.insert(Array($0.key.utf8)).inserted })
  }

  private mutating func scalar() -> YAMLValue {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: .null
    case 1: .boolean(Bool.random(using: &random))
    case 2: .integer(Int.random(in: -100...100, using: &random))
    case 3: .integer(Int.random(in: .min ... .max, using: &random))
    default: .string(text())
    }
  }

  /// A few fragments in a row, often one alone, since most types are only taken for what they are when nothing follows.
  private mutating func text() -> String {
    (0..<count()).map { _ in Self.fragments.randomElement(using: &random) ?? "" }.joined()
  }

  private mutating func count() -> Int {
    [0, 1, 1, 1, 2, 2, 3, 5].randomElement(using: &random) ?? 1
  }
}

/// Sebastiano Vigna's generator of that name: enough for tests, and the same everywhere.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

extension NastyValues {
  private static let fragments =
    indicators + words + numbers + dates + whiteSpace + characters + names + lengths

  private static let indicators = [
    "-", "- ", "?", "? ", ":", ": ", ",", "[", "]", "{", "}", "#", " #", "&", "&a", "*", "*a", "!", "!!int", "|",
    "|2", ">", "'", "\"", "%", "%YAML 1.1", "@", "`", "---", "...", "<<", "=", "\\", "\\n", "''", "$", "/", "(", ")",
    ";",
  ]
  private static let words = [
    "y", "Y", "yes", "no", "No", "on", "OFF", "true", "True", "false", "~", "null", "Null", "NULL", "yEs",
  ]
  private static let numbers = [
    "0", "1", "15020", "0777", "08", "0o17", "0x1F", "0b11", "1_0", "+1", "-1", "1:30", "60:59", ".5", "1.", "1e3",
    "1.5", "e3", ".", "_", "+", ",", ".inf", "-.INF", ".nan", "99999999999999999999",
  ]
  private static let dates = [
    "2001-12-14", "2001-1-2", "2001-12-14T21:59:43Z", "2001-12-14 21:59:43.10 -5", "T1", " 1",
  ]
  private static let whiteSpace = [" ", "  ", "\t", "\n", "\n\n", "\n ", " \n", "\n\t", "\r", "\r\n", "\u{3000}"]
  private static let characters = ["🚀", "👩‍👩‍👧", "é", "e\u{301}", "東京", "ß", "١"] + hidden.map { String($0) }
  private static let hidden: [Unicode.Scalar] =
    [
      0, 7, 8, 0xB, 0xC, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xAD, 0x200B, 0x200D, 0x2028, 0x2029, 0x202E, 0xE000,
      0xFDD0, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0041, 0x10FFFF,
    ].compactMap { Unicode.Scalar($0 as UInt32) }
  /// A line that other writers would fold, and a key that must be announced.
  private static let lengths = [String(repeating: "long ", count: 60), String(repeating: "long", count: 300)]
  private static let names = ["a", "b", "name", "istio-system", "10.0.0.1", "app: web", "# note", "-----BEGIN X-----"]
}
