package import ArgumentParser
internal import FileTrees

extension ParsableCommand {
  /// The whole of a program: reads its arguments, carries them out, and leaves with the status that says how it went.
  package static func runToTheEnd() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as FileSystemError {
      if !error.isBrokenPipe { Terminal.complain("error: \(error)") }
      exit(withError: ExitStatus.fileSystem.code)
    } catch {
      leave(with: error)
    }
  }

  /// Prints help where it was asked for, or what is wrong with the arguments.
  private static func leave(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.isSuccess {
      try? Terminal.print(message)
    } else if !message.isEmpty {
      Terminal.complain(message)
    }
    exit(withError: code == .validationFailure ? ExitStatus.usage.code : code)
  }
}
