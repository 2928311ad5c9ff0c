internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler

/// Reads a topology; `-` is standard input.
///
/// One byte more than a topology may have is enough to see that it has too many.
func readTopology(_ path: String) throws(FileSystemError) -> SourceText {
  let limit = 16 << 20
  return path == "-"
    ? SourceText(name: "<stdin>", bytes: try readStandardInput(limit: limit))
    : SourceText(name: path, bytes: try readFile(path, limit: limit))
}

extension Compilation {
  /// Shows why there is no plan; what is only worth knowing, `validate` says.
  func complainOfErrors() {
    let errors = findings.filter { $0.severity == .error }
    Terminal.complain(FindingFormat.snippet.render(errors, of: source, colour: Terminal.showsColour))
  }
}
