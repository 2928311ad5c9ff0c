package import MeshNames

/// How far a cluster is on the way from one root to the next.
package enum RotationState: Int, CaseIterable, Comparable, TextValue {
  /// Signed by the old root, and trusts the old one alone; all that later states need is set.
  case prepared
  /// Trusts both roots.
  case trustsBoth
  /// Signed by the new root, and trusts both.
  case signsWithNew
  /// Trusts the new root alone.
  case done

  package init(parsing text: String) throws(Misfit) {
    guard let number = Int(text), text == "\(number)", let state = RotationState(rawValue: number) else {
      throw Misfit(
        "is no state of a rotation",
        expected: "0 (prepared), 1 (both roots are trusted), 2 (the new one signs) or 3 (the old one is gone)")
    }
    self = state
  }

  package var description: String { "\(rawValue)" }

  package static func < (left: RotationState, right: RotationState) -> Bool { left.rawValue < right.rawValue }
}

/// The number of a root among those that the mesh has had.
package struct Generation: TextValue {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package init(parsing text: String) throws(Misfit) {
    guard let number = Int(text), (1...99).contains(number), text == "\(number)" else {
      throw Misfit("is no number of a root", expected: "1 for the first, 2 for the one that took its place, …")
    }
    self.number = number
  }

  package var description: String { "\(number)" }

  package var next: Generation { Generation(number + 1) }
}
