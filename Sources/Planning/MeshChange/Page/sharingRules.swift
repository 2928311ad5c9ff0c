/// What is said of services that clusters and meshes share.
let sharingRules: [PageRule] = [
  .init("peers", judge: peersKind),
  .init("exports[*].services[*]") { change in
    guard change.before == nil else { return .exportRemoved }
    return isNamed(change.path.lastItem) ? .serviceAdded : .exportOpened
  },
  .init("exports[*].services[*].to") { change in
    if change.newSet.contains("*") || change.newSet.contains("all") { return .exportOpened }
    return change.loses ? .exportRemoved : .serviceAdded
  },
  .init("exports[*].services[*].labels.**", .exportOpened),
  .init("exports[*].services[*].**", .exportRemoved),
  .init("imports[*]", added: .serviceAdded, removed: .importChanged),
  .init("imports[*].services[*]", added: .serviceAdded, removed: .importChanged),
  .init("imports[*].locality.**", .trafficRules),
  .init("imports[*].**", .importChanged),
  .init("services[*]", added: .serviceAdded, removed: .serviceChanged),
  .init("services[*].clusters", more: .serviceAdded, fewer: .serviceChanged),
  .init("services[*].replicateTo", more: .serviceAdded, fewer: .serviceChanged),
  .init("services[*].global.importedBy", more: .serviceAdded, fewer: .serviceChanged),
  .init("services[*].subsets[*]", added: .serviceAdded, removed: .serviceChanged),
  .init("services[*].ports[*]", added: .serviceAdded, removed: .serviceChanged),
  .init("services[*].**", .serviceChanged),
  .init("routes[*]", .routes),
  .init("routes[*].**", .routes),
  .init("sharing.**", .serviceChanged),
]

/// Whether an item is told by a name, and not by labels or a star.
private func isNamed(_ item: String?) -> Bool {
  guard let name = item?.split(separator: "/").last else { return false }
  return name != "*" && Int(name) == nil
}

private func peersKind(_ change: StatementChange) -> ChangeKind? {
  if change.new == "all" || change.new == nil { return .meshAdded }
  return change.old == "all" || change.loses ? .peerRemoved : .meshAdded
}
