/// Whether some reader takes a plain text for a date or a time (yaml.org/type/timestamp).
///
/// go-yaml takes months and days of one digit for dates too, and Psych a minus before the year. What follows the date is
/// not looked at beyond its first digit: the readers differ in it, and no other text goes on like that.
func isTimestamp(_ text: String) -> Bool {
  var rest = text.utf8[...]
  _ = rest.drop("-")
  guard rest.dropDigits() == 4, rest.drop("-"), 1...2 ~= rest.dropDigits() else { return false }
  guard rest.drop("-"), 1...2 ~= rest.dropDigits() else { return false }
  return rest.isEmpty || isTimeOfDay(rest)
}

private func isTimeOfDay(_ text: Substring.UTF8View) -> Bool {
  var rest = text
  if !rest.drop("T") && !rest.drop("t") {
    guard rest.drop(" ") else { return false }
    while rest.drop(" ") {}
  }
  return rest.dropDigits() > 0
}
