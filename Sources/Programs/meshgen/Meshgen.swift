internal import ArgumentParser
internal import Console

/// The command line: arguments in, a library's function called, its answer printed.
@main
struct Meshgen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meshgen",
    abstract: "Compiles one page that says what a service mesh is into everything that brings it up.",
    discussion: """
      A topology names the clusters of a mesh, their networks, the control plane's mode and the CA hierarchy. meshgen \
      refuses every mistake in it that can be seen before a cluster exists, and writes a directory of ordered \
      Kubernetes manifests with a certificate plan. It is a pure function of that one file: commit the directory, and \
      review its diff.

      Exit status: 0 fine, 1 errors in the topology or differences, 2 unusable arguments, 3 the file system said no.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ValidateCommand.self, CheckCommand.self, DiffCommand.self, StepsCommand.self,
      TraceCommand.self, MigrateCommand.self,
      ExplainCommand.self,
      ReleasesCommand.self, CertsCommand.self,
    ])

  static func main() { runToTheEnd() }
}
