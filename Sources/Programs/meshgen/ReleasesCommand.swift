internal import ArgumentParser
internal import Console
internal import MeshCompiler
internal import MeshModel
internal import YAMLWriting

struct ReleasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases",
    abstract: "Shows what is known of releases: from which day, and where it stands.",
    discussion: """
      Releases of Istio with the end of their support, operators and what they install, packages, vendors' builds, known \
      faults. The knowledge is part of the program and never comes from a clock or a network: what came later is planned \
      like the nearest known release, with a warning.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: .init("Only what concerns this distribution, sail say.", valueName: "distribution"))
  var distribution: Distribution.Name?

  @Option(help: .init("How to show it.", valueName: "format"))
  var output = Format.text

  func run() throws {
    switch output {
    case .text: try Terminal.print(releasesText(for: distribution?.rawValue))
    case .json: try Terminal.print(releasesDocument(for: distribution?.rawValue).json)
    }
  }
}

extension Distribution.Name: ExpressibleByArgument {}
