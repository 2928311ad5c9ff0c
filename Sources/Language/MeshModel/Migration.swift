package import Diagnostics

/// How far a topology is on its way from one distribution to another, which takes several builds.
///
/// The first stages are those of a topology of the old distribution, the others those of one of the new.
package struct Migration: Sendable {
  package let to: Located<Destination>?
  package let from: Located<Origin>?
  package let stage: Located<Stage>?
  /// The place of the section's first key.
  package let place: SourceRange

  package enum Destination: String, Choice {
    case sail
  }

  package enum Origin: String, Choice {
    case maistra
  }

  /// What each stage adds to the one before.
  package enum Stage: String, Choice, Comparable {
    /// Control planes accept each other's identities and find gateways of Gateway API.
    case prepare
    /// East-west gateways are there, and nobody uses them.
    case gateways
    /// Services are found without federation, too, one after the other.
    case services
    /// Nothing is federated any more.
    case leave
    /// Both distributions are there, and workloads change over.
    case sideBySide = "side-by-side"
    /// The old distribution is removed.
    case done

    package static func < (left: Stage, right: Stage) -> Bool { left.index < right.index }

    private var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  init(reading fields: inout MappingReader) {
    to = fields.optional("to")
    from = fields.optional("from")
    stage = fields.required("stage", help: "`prepare` is the first one")
    place = fields.firstPlace
    fields.require(
      "to", "`to: sail` in a topology of the old distribution, `from: maistra` in one of the new", or: ["from"])
  }
}
