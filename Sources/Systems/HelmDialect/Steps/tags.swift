internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Names that stand for the revision.
///
/// They are no part of the revision's release, although the chart has a value for them: a tag would belong to that
/// release, and the next revision's could not be installed before the old one gave it up.
extension HelmInstallation {
  var tagWords: String {
    scope.options.tags.isEmpty ? "" : ", and let \(scope.options.tags.joined(separator: " and ")) stand for it"
  }

  var tagCommands: [Command] {
    scope.options.tags.map { tag("set", $0, "--revision", scope.options.revision, "--overwrite") }
  }

  var tagRemovalCommands: [Command] { scope.options.tags.map { tag("remove", $0, "--skip-confirmation") } }

  private func tag(_ arguments: String...) -> Command {
    Command(["istioctl", "tag"] + arguments + ["--context=\(context)", "--istioNamespace=\(system)"])
  }
}
