internal import Certificates
internal import MeshNames

/// Who signs whom, seen from above.
struct AuthorityTree {
  private let children: [String: [PlannedAuthority]]

  init(_ authorities: [PlannedAuthority]) {
    children = Dictionary(grouping: authorities) { $0.issuer ?? "" }
  }

  /// Those whom an authority signs.
  func children(of authority: PlannedAuthority) -> [PlannedAuthority] { children[authority.id] ?? [] }

  /// An authority and all that stands below it.
  func branch(from authority: PlannedAuthority) -> [PlannedAuthority] {
    [authority] + children(of: authority).flatMap { branch(from: $0) }
  }
}
