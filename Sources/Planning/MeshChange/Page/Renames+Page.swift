internal import Diagnostics
package import MeshModel
internal import MeshNames

extension Renames {
  package var isEmpty: Bool { clusters.isEmpty && networks.isEmpty && namespaces.isEmpty && meshes.isEmpty }

  /// The new name of a cluster.
  func cluster(_ name: String) -> String {
    clusters.first { "\($0.from.value)" == name }.map { "\($0.to.value)" } ?? name
  }

  private func network(_ name: String) -> String {
    networks.first { "\($0.from.value)" == name }.map { "\($0.to.value)" } ?? name
  }

  private func namespace(_ name: String) -> String {
    namespaces.first { "\($0.from.value)" == name }.map { "\($0.to.value)" } ?? name
  }

  private func mesh(_ name: String) -> String {
    meshes.first { "\($0.from.value)" == name }.map { "\($0.to.value)" } ?? name
  }

  func renaming(_ path: PagePath) -> PagePath {
    guard case .key(let list)? = path.parts.first, path.parts.count > 1, case .item(let name) = path.parts[1] else {
      return path
    }
    let new = renaming(name, of: list)
    return PagePath(parts: [path.parts[0], .item(new)] + path.parts.dropFirst(2))
  }

  private func renaming(_ name: String, of list: String) -> String {
    switch list {
    case "clusters": cluster(name)
    case "networks": network(name)
    case "namespaces": namespace(name)
    case "meshes", "exports": mesh(name)
    default: name
    }
  }

  /// A value that names one of the things, with the new name; lists are lists of names.
  func renaming(_ value: String, at path: PagePath) -> String {
    guard case .key(let key)? = path.parts.last else { return value }
    let rename: (String) -> String
    switch key {
    case "cluster", "clusters", "primary", "context", "location", "in", "importedBy", "replicateTo": rename = cluster
    case "network": rename = network
    case "namespace", "members": rename = namespace
    case "to", "from", "into": rename = mesh
    default: return value
    }
    return value.split(separator: ", ").map { rename(String($0)) }.sorted().joined(separator: ", ")
  }
}
