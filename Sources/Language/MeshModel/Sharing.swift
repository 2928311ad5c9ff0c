package import Diagnostics
package import MeshNames

/// Which services clients of other clusters reach, where it is not all of them.
package struct Sharing: Sendable {
  /// Those that are shared; no others are.
  package let only: [Located<SharedName>]
  /// Those that stay in their clusters; all others are shared.
  package let except: [Located<SharedName>]

  init(reading fields: inout MappingReader) {
    only = fields.list("only")
    except = fields.list("except")
    if let first = only.first, let other = except.first {
      fields.log.report(.sharedTwice(other.range, only: first.range))
    }
  }
}
