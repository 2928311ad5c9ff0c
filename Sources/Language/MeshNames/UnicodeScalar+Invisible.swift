extension Unicode.Scalar {
  /// Whether the character moves others about, or hides, instead of showing: no name has one that is meant well
  /// (Unicode Technical Report 36, section 3).
  package var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
  }
}
