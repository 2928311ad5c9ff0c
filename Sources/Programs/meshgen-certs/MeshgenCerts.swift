internal import ArgumentParser
internal import Console

/// The command line of what meshgen does with certificates; a program of its own, because it needs cryptography.
@main
struct MeshgenCerts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meshgen-certs",
    abstract: "Verifies issued certificates against the plan that meshgen has made for them.",
    discussion: "Exit status: 0 fine, 1 errors or differences, 2 unusable arguments, 3 the file system said no.",
    version: "0.1.0",
    subcommands: [VerifyCommand.self])

  static func main() { runToTheEnd() }
}
