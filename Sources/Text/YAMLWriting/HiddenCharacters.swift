extension Unicode.Scalar {
  /// Whether a reviewer could not see this character, or not tell it from a space, or YAML does not let it stand.
  ///
  /// YAML 1.2.2, section 5.1, excludes the controls and the non-characters, and YAML 1.1 breaks lines at U+0085, U+2028
  /// and U+2029. The others are printable to YAML, but could hide in a manifest something that runs: spaces that are none,
  /// marks without width, and the marks that turn the direction of writing around. The list is fixed rather than asked of
  /// Unicode's tables, so that another compiler does not write another document.
  var isHidden: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0xA0, 0xAD, 0x061C, 0x1680, 0x180E: true
    case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F: true
    case 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
