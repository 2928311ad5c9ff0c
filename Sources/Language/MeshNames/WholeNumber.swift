/// A whole number of a range in the one way in which it is written: no sign, no zeros before it.
func wholeNumber(_ text: String, in range: ClosedRange<Int>) -> Int? {
  guard let number = Int(text), range.contains(number), String(number) == text else { return nil }
  return number
}
