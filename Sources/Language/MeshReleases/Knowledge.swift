/// What this compiler knows of releases, and when that was looked up.
///
/// It ages, and the compiler has no clock: a release that came later is one that is not known here, and no mistake.
/// Every row names its source. What follows from a row is said with its day, so that a reader sees how old it is.
package enum Knowledge {
  /// The day of the newest source.
  package static let day = Day(2026, 11, 12)
}

/// What is known of a release of something.
package enum Standing: Sendable, Equatable {
  case known
  /// It is newer than what is known of its series, or of all series; the plan is that of the nearest known one.
  case newer(nearest: String)
  /// It would be between known ones, and is none of them.
  case missing
  /// It is older than everything that is known.
  case older
}
