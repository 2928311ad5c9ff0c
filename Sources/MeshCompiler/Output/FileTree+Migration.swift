internal import Diagnostics
internal import Digests
package import FileTrees
internal import MeshModel
internal import StagedMigration
internal import YAMLWriting

extension StagedCompilation {
  /// A topology for each stage, and the plan for people.
  package var files: FileTree {
    var tree = FileTree()
    tree.add(RelativePath("README.md"), "# TODO\n")
    for stage in stages {
      tree.add(RelativePath(stage.fileName), String(decoding: stage.source.bytes, as: UTF8.self))
    }
    return tree
  }
}

extension StagedCompilation.Stage {
  /// Numbered, since the order is what counts.
  var fileName: String {
    "\((Migration.Stage.allCases.firstIndex(of: stage) ?? 0) + 1)-\(stage.rawValue).yaml"
  }
}
