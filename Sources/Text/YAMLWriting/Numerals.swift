/// Whether some reader takes a plain text for an integer or a float (yaml.org/type/int, yaml.org/type/float).
///
/// Addresses and versions such as `10.0.0.1` are none: the repository's expression for floats allows several points, but
/// no reader has ever followed it there.
func isNumeral(_ text: String) -> Bool {
  guard text.utf8.allSatisfy(mayStandInNumeral) else { return false }
  // go-yaml ignores `_` wherever it stands, even in `0_x1F`, and Psych ignores commas.
  var digits = text.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: ",") }[...]
  digits.dropSign()
  return isBased(digits) || isSexagesimal(digits) || isDecimal(digits) || isInfiniteOrNaN(digits)
}

/// Whether a byte is part of any number; it keeps most texts from the closer look.
private func mayStandInNumeral(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "+")...UInt8(ascii: "."), UInt8(ascii: "_"): true
  case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
  default: "xXoOiInN".utf8.contains(byte)
  }
}

/// `0x1F`, `0o17`, `0b101`, and the bare prefix, which PyYAML fails on when separators follow it.
private func isBased(_ text: ArraySlice<UInt8>) -> Bool {
  guard text.first == UInt8(ascii: "0"), let mark = text.dropFirst().first else { return false }
  let digits = text.dropFirst(2)
  return switch mark {
  case UInt8(ascii: "x"), UInt8(ascii: "X"): digits.allSatisfy(isHexadecimal)
  case UInt8(ascii: "o"), UInt8(ascii: "O"): digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "7") ~= $0 }
  case UInt8(ascii: "b"), UInt8(ascii: "B"): digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "1") ~= $0 }
  default: false
  }
}

/// `1:30` and `1:30:00.5`: numbers to the base of sixty in YAML 1.1.
private func isSexagesimal(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = text
  guard rest.dropDigits() > 0, rest.first == UInt8(ascii: ":") else { return false }
  while rest.drop(":") {
    let place = rest
    let count = rest.dropDigits()
    guard count == 1 || count == 2 && place.first.map({ $0 < UInt8(ascii: "6") }) == true else { return false }
  }
  if rest.drop(".") { rest.dropDigits() }
  return rest.isEmpty
}

/// `1`, `007`, `1.`, `.5`, `1e3`, and the lone point, which the repository's expression for floats lets pass.
private func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = text
  let hasDigits = rest.dropDigits() > 0
  let hasPoint = rest.drop(".")
  rest.dropDigits()
  guard hasDigits || hasPoint else { return false }
  if rest.isEmpty { return true }
  guard rest.drop("e") || rest.drop("E") else { return false }
  rest.dropSign()
  return rest.dropDigits() > 0 && rest.isEmpty
}

/// `.inf` and `.nan`, in any mixture of capitals as Psych takes them.
private func isInfiniteOrNaN(_ text: ArraySlice<UInt8>) -> Bool {
  let lowercase = text.map { $0 | 0x20 }
  return lowercase.elementsEqual(".inf".utf8) || lowercase.elementsEqual(".nan".utf8)
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  switch byte | 0x20 {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
  default: false
  }
}

extension Collection<UInt8> where SubSequence == Self {
  /// Goes past a character; `false` where another stands there.
  mutating func drop(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }

  /// Goes past a sign, if there is one.
  mutating func dropSign() {
    if !drop("+") { _ = drop("-") }
  }

  /// Goes past all decimal digits that follow, and counts them.
  @discardableResult mutating func dropDigits() -> Int {
    let count = prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    removeFirst(count)
    return count
  }
}
