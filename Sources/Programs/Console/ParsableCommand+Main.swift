package import ArgumentParser
internal import Diagnostics
internal import FileTrees

extension ParsableCommand {
  /// The whole of a program: reads its arguments, carries them out, and leaves with the status that says how it went.
  package static func runToTheEnd() {
    do {
      if let name = unknownCommand { throw ValidationError(words(forUnknown: name)) }
      var command = try parseAsRoot()
      try command.run()
    } catch let error as FileSystemError {
      if !error.isBrokenPipe { Terminal.complain(printable("error: \(error)")) }
      exit(withError: ExitStatus.fileSystem.code)
    } catch {
      leave(with: error)
    }
  }

  /// The first argument, if it is no command and there are commands to choose from.
  private static var unknownCommand: String? {
    guard let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-"), !commands.isEmpty,
      !(commands + ["help"]).contains(first)
    else { return nil }
    return first
  }

  private static var commands: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// The parser would count the arguments that it did not expect.
  private static func words(forUnknown name: String) -> String {
    let meant = nearest(to: name, among: commands).map { "Did you mean '\($0)'?" }
    return "There is no command '\(name)'. \(meant ?? "The commands are \(listed(commands)).")"
  }

  /// A message with nothing in it that moves the cursor: an argument that it quotes makes no line of its own.
  private static func printableLines(of message: String) -> String {
    let quoted = CommandLine.arguments.flatMap {
      [$0] + $0.split(separator: "=", maxSplits: 1).dropFirst().map(String.init)
    }
    var text = message
    for argument in quoted where argument != printable(argument) {
      text = text.replacing(argument, with: printable(argument))
    }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { printable(String($0)) }.joined(separator: "\n")
  }

  /// Prints help where it was asked for, or what is wrong with the arguments.
  private static func leave(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = printableLines(of: fullMessage(for: error))
    if code.isSuccess {
      try? Terminal.print(message)
    } else if !message.isEmpty {
      Terminal.complain(message)
    }
    exit(withError: code == .validationFailure ? ExitStatus.usage.code : code)
  }
}
