import YAMLWriting

/// Values whose texts are made of everything that YAML readers have ever misread; the same ones in every run.
struct NastyValues {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators").
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  static let fragments = [
    "", " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", "-", "- ", "?", "? ", ":", ": ", ",", "[", "]", "{", "}", "#",
    " #",
    "&a", "*a", "!", "!!str", "|", ">", "|-", "'", "\"", "\\", "%", "@", "`", "~", "null", "Null", "true", "False",
    "YES", "no", "on", "Off", "y", "N", "0", "1", "-1", "+1", "017", "0o17", "0x1F", "0b1", "1_000", "1.", ".5", "1e3",
    "1.5E-3", ".inf", "-.INF", ".NaN", "1:30", "190:20:30.15", "2001-12-14", "2001-12-14T21:59:43Z", "<<", "=", "---",
    "...", "--- a", "a", "istio", "v1.30.3", "10.0.0.1", "*.local", "a: b", "a #b", "a#b", "http://x", "é", "日本", "🚢",
    "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{7F}", "\u{9F}", "\u{1}", "\u{1B}", "\u{0}", "\u{FFFE}",
    "\u{1FFFF}", "e\u{301}", String(repeating: "long ", count: 60),
  ]

  mutating func text() -> String {
    (0...next(4)).map { _ in Self.fragments[next(Self.fragments.count)] }.joined()
  }

  mutating func value(depth: Int = 0) -> YAMLValue {
    switch next(depth < 4 ? 10 : 7) {
    case 0: return .integer(next(2) == 0 ? next(1_000_000) : -next(1000))
    case 1: return .boolean(next(2) == 0)
    case 2: return .null
    case 3...6: return .string(text())
    case 7, 8: return mapping(depth: depth)
    default: return .sequence((0..<next(4)).map { _ in value(depth: depth + 1) })
    }
  }

  private mutating func mapping(depth: Int) -> YAMLValue {
    var keys: Set<String> = []
    return .mapping(
      (0..<next(4)).compactMap { _ in
        let key = text()
        return keys.insert(key).inserted ? .init(key, value(depth: depth + 1)) : nil
      })
  }

  /// The values of a test run.
  static func many(_ count: Int) -> [YAMLValue] {
    var source = NastyValues(seed: 2026)
    return (0..<count).map { _ in source.value() }
  }
}
