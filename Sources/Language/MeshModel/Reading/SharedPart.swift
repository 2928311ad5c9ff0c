internal import Diagnostics

/// What stands in one place of a topology and is true of several mappings: where it is, and what messages call it.
struct SharedPart {
  let range: SourceRange
  /// `defaults.gateway`, say.
  let path: String
}
