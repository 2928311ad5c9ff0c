internal import ArgumentParser
internal import Console

/// Says where certificates are verified: not here, so that the compiler needs no cryptography.
struct CertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certs",
    abstract: "Says how issued certificates are verified against their plan.",
    discussion: """
      Certificates are verified by a program of its own, since the compiler has no cryptography in it: \
      'meshgen-certs verify PLAN ISSUED_DIR', which 'make certs' builds.
      """)

  @Argument(parsing: .captureForPassthrough, help: .hidden) var arguments: [String] = []

  func run() throws {
    if arguments.isEmpty || arguments.contains("--help") || arguments.contains("-h") {
      return try Terminal.print(Self.helpMessage())
    }
    throw ValidationError(
      "Certificates are verified by another program, which 'make certs' builds: "
        + "meshgen-certs \(arguments.joined(separator: " "))")
  }
}
