internal import Diagnostics
internal import Digests
package import FileTrees
internal import MeshModel
internal import StagedMigration
internal import YAMLWriting

extension StagedCompilation {
  /// A topology for each stage and for what comes after, the plan for people, and an index of them; `nil` where there
  /// are errors.
  ///
  /// The topologies are as people wrote them, and have no header; the index tells by digests what was edited.
  package var files: FileTree? {
    guard let plan, let outcome else { return nil }
    let mark = Mark.migration(of: plan.topology)
    var tree = FileTree(mark: mark, folders: [])
    tree.add(RelativePath("README.md"), "<!-- \(mark.text) -->\n" + plan.readme)
    for stage in stages {
      tree.add(RelativePath(stage.fileName), String(decoding: stage.source.bytes, as: UTF8.self))
    }
    tree.add(RelativePath("topology.yaml"), String(decoding: outcome.bytes, as: UTF8.self))
    tree.add(FileTree.index, index(of: plan, tree.files).marked(mark.text).json)
    return tree
  }

  private func index(of plan: MigrationPlan, _ files: [FileTree.File]) -> YAMLValue {
    [
      "kind": "MigrationPlan",
      "version": 1,
      "topology": ["name": "\(plan.topology)", "sha256": "\(SHA256Digest(of: source.bytes))"],
      "stages": .sequence(stages.map { ["name": .string($0.stage.rawValue), "topology": .string($0.fileName)] }),
      "outcome": "topology.yaml",
      "files": .sequence(
        files.map { ["path": .string($0.path.text), "sha256": "\(SHA256Digest(of: $0.bytes))"] }),
    ]
  }
}

extension StagedCompilation.Stage {
  /// Numbered, since the order is what counts.
  var fileName: String {
    "\((Migration.Stage.allCases.firstIndex(of: stage) ?? 0) + 1)-\(stage.rawValue).yaml"
  }
}
