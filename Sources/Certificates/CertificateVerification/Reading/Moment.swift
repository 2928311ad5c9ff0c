internal import SwiftASN1

/// A second of UTC, counted from 1970 as POSIX does.
package struct Moment: Comparable, Sendable {
  package let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  /// A moment of the proleptic Gregorian calendar.
  init(year: Int, month: Int, day: Int, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
    // Years begin in March, so that the leap day is the last of one, and an era has 146,097 days.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    self.seconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
  }

  /// A date, `2030-01-31`, which is its first second, or a moment, `2030-01-31T12:00:00Z`; `nil` for anything else.
  package init?(_ text: String) {
    let fields = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
    guard let date = fields.first, let days = numbers(date, "-", [4, 2, 2]), fields.count <= 2 else { return nil }
    var clock = [0, 0, 0]
    if fields.count == 2 {
      guard fields[1].hasSuffix("Z"), let read = numbers(String(fields[1].dropLast()), ":", [2, 2, 2]) else {
        return nil
      }
      clock = read
    }
    self.init(
      year: days[0], month: days[1], day: days[2], hours: clock[0], minutes: clock[1], seconds: clock[2])
    guard (1...12).contains(days[1]), clock[0] < 24, clock[1] < 60, clock[2] < 60, description.hasPrefix(date) else {
      return nil
    }
  }

  /// A `Time` of a certificate (RFC 5280, section 4.1.2.5).
  init?(_ node: ASN1Node) {
    if let time = try? UTCTime(derEncoded: node) {
      self.init(
        year: time.year, month: time.month, day: time.day, hours: time.hours, minutes: time.minutes,
        seconds: time.seconds)
    } else if let time = try? GeneralizedTime(derEncoded: node) {
      self.init(
        year: time.year, month: time.month, day: time.day, hours: time.hours, minutes: time.minutes,
        seconds: time.seconds)
    } else {
      return nil
    }
  }

  package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}

extension Moment: CustomStringConvertible {
  /// As RFC 3339 writes it: `2030-01-31T12:00:00Z`.
  package var description: String {
    let days = Int((Double(seconds) / 86400).rounded(.down))
    let rest = seconds - days * 86400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
    return "\(date)T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Numbers of so many digits each, with a separator between them.
private func numbers(_ text: String, _ separator: Character, _ widths: [Int]) -> [Int]? {
  let fields = text.split(separator: separator, omittingEmptySubsequences: false)
  guard fields.map(\.utf8.count) == widths, fields.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
    return nil
  }
  return fields.compactMap { Int($0) }
}
