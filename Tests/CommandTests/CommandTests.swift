import Foundation
import Testing

/// What a user sees of the program: exit status, streams, files.
struct CommandTests {
  private static let topology = """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: example}
    distribution: {name: sail, version: 1.30.3}
    controlPlane: {mode: multi-primary}
    networks: [{name: network1}, {name: network2}]
    clusters:
      - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
      - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}

    """

  /// Runs a test with a program and a sound topology in its folder.
  private func withProgram(_ test: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.topology, to: "topology.yaml")
    try test(program)
  }

  @Test func `builds, says what it wrote, and has nothing to do the second time`() throws {
    try withProgram { program in
      let first = try program.run("build", "topology.yaml")
      #expect(first.status == 0 && first.errors == "")
      #expect(first.output.hasPrefix("generated: ") && first.output.hasSuffix(" written\n"))
      let second = try program.run("build", "topology.yaml")
      #expect(second.status == 0 && second.output.hasPrefix("generated is up to date, "))
    }
  }

  @Test func `reads standard input and writes where it is told to`() throws {
    try withProgram { program in
      let result = try program.run("build", "-", "-o", "some/where", input: Self.topology)
      #expect(result.status == 0)
      try #expect(program.read("some/where/index.json").contains("\"name\": \"example\""))
      try #expect(program.run("validate", "-", input: "a: [").errors.contains("--> <stdin>:1:"))
    }
  }

  @Test(arguments: [
    ("biuld", "Error: There is no command 'biuld'. Did you mean 'build'?\n"),
    ("topology.yaml", "Error: There is no command 'topology.yaml'. The commands are build, validate, check"),
  ])
  func `proposes the command that was probably meant`(first: String, wanted: String) throws {
    try withProgram { program in
      let result = try program.run(first)
      #expect(result.status == 2 && result.output == "" && result.errors.hasPrefix(wanted))
    }
  }

  @Test func `writes nothing where there are errors`() throws {
    try withProgram { program in
      try program.write(Self.topology.replacing("name: cluster2", with: "name: cluster1"), to: "topology.yaml")
      let result = try program.run("build", "topology.yaml")
      #expect(result.status == 1 && result.output == "")
      #expect(result.errors.hasPrefix("error[MG301]: a second cluster is named `cluster1`\n"))
      #expect(!FileManager.default.fileExists(atPath: program.path("generated")))
    }
  }

  @Test func `takes away what the topology no longer has, and leaves alone what it did not write`() throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml")
      try program.write("mine", to: "generated/clusters/cluster2/notes.txt")
      try program.write(Self.topology.replacing("cluster2", with: "cluster3"), to: "topology.yaml")
      let result = try program.run("build", "topology.yaml")
      #expect(result.output.contains("clusters/cluster2/notes.txt (left alone, not written by meshgen)\n"))
      try #expect(program.read("generated/clusters/cluster2/notes.txt") == "mine")
      #expect(!FileManager.default.fileExists(atPath: program.path("generated/clusters/cluster2/kustomization.yaml")))
    }
  }

  @Test func `checks a directory and names what is not as it should be`() throws {
    try withProgram { program in
      try #expect(program.run("check", "topology.yaml").status == 1)
      _ = try program.run("build", "topology.yaml")
      let fine = try program.run("check", "topology.yaml")
      #expect(fine.status == 0 && fine.output == "generated is what topology.yaml says\n")

      let edited = "generated/clusters/cluster1/10-namespaces/namespace-istio-system.yaml"
      try program.write(try program.read(edited).replacing("network1", with: "network9"), to: edited)
      let readme = "generated/README.md"
      try program.write("<<<<<<< HEAD\n" + (try program.read(readme)) + "=======\n>>>>>>> other\n", to: readme)
      try FileManager.default.removeItem(atPath: program.path("generated/clusters/cluster2/kustomization.yaml"))
      try program.write("mine", to: "generated/notes.txt")
      let result = try program.run("check", "topology.yaml")
      #expect(result.status == 1)
      for line in [
        "stale            clusters/cluster1/10-namespaces/namespace-istio-system.yaml",
        "hand-edited      README.md (had merge markers)",
        "missing          clusters/cluster2/kustomization.yaml", "foreign          notes.txt",
        "generated is not what topology.yaml says: missing 1, stale 1, hand-edited 1, foreign 1",
        "-    topology.istio.io/network: network9", "+    topology.istio.io/network: network1",
      ] {
        #expect(result.output.contains("\(line)\n"), "\(result.output)")
      }
    }
  }

  @Test func `shows of a directory as much as is asked for`() throws {
    try withProgram { program in
      let nowhere = try program.run("check", "topology.yaml")
      #expect(
        nowhere.output == "generated is not there; 'meshgen build topology.yaml --out generated' writes it\n")
      _ = try program.run("build", "topology.yaml")
      let readme = try program.read("generated/README.md")
      try program.write(readme + String(repeating: "edited\n", count: 300) + "edited", to: "generated/README.md")
      let long = try program.run("check", "topology.yaml").output
      #expect(long.contains("\n... and ") && long.contains(" more lines of README.md\n"))
      for argument in ["--summary", "--output=line"] {
        let short = try program.run("check", "topology.yaml", argument)
        #expect(short.status == 1 && !short.output.contains("\n-edited"))
        #expect(short.output.contains("hand-edited      README.md (was cut short)\n"))
      }
    }
  }

  @Test func `says what a build cannot mend`() throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml")
      try program.write("mine", to: "generated/notes.txt")
      let check = try program.run("check", "topology.yaml").output
      #expect(check.contains("move it out of generated, or remove it\n") && !check.contains("meshgen build"))
    }
  }

  @Test func `makes visible what would forge a line or a colour`() throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml")
      try program.write("mine", to: "generated/x\u{1B}[31m\nerror: forged\u{202E}")
      let edited = "generated/README.md"
      try program.write(try program.read(edited) + "\u{1B}[2J\rforged\u{202E}\n", to: edited)
      let runs = [
        try program.run("check", "topology.yaml"), try program.run("build", "topology.yaml"),
        try program.run("build", "topology.yaml", "--bind", "x\nforged\u{1B}"),
        try program.run("build", "no\nforged\u{1B}.yaml"), try program.run("bu\nforged\u{1B}"),
        try program.run("validate", "topology.yaml", "--output", "x\nforged\u{1B}"),
      ]
      for result in runs {
        let said = result.output + result.errors
        #expect(said.contains("forged") && !said.contains("\nforged") && !said.contains("\nerror: forged"), "\(said)")
        #expect(!said.unicodeScalars.contains { ["\u{1B}", "\r", "\u{202E}"].contains($0) }, "\(said)")
      }
    }
  }

  @Test(arguments: ["", "<<<<<<< HEAD\n{\n=======\n{}\n>>>>>>> other\n", "{\n  \"generated\": \"half"])
  func `mends a directory without a sound index, and leaves nothing stale`(index: String) throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml")
      let stale = "generated/clusters/cluster3/10-namespaces/namespace-istio-system.yaml"
      let head = "# Code generated by meshgen from topology "
      try program.write("\(head)example. DO NOT EDIT.\nkind: Namespace\n", to: stale)
      try program.write("\(head)other. DO NOT EDIT.\n", to: "generated/clusters/other.yaml")
      try program.write("\(head)example. DO NOT EDIT.\n", to: "generated/copies/a.yaml")
      try program.write(try program.read("generated/README.md") + "edited\n", to: "generated/README.md")
      try program.write(index, to: "generated/index.json")
      let build = try program.run("build", "topology.yaml")
      #expect(build.status == 0, "\(build.errors)")
      #expect(build.output.contains("  clusters/cluster3/10-namespaces/namespace-istio-system.yaml (removed)\n"))
      #expect(build.output.contains("  README.md (replaced)"))
      #expect(!FileManager.default.fileExists(atPath: program.path("generated/clusters/cluster3")))
      let check = try program.run("check", "topology.yaml", "--summary").output
      #expect(
        check.contains("stale 0, hand-edited 0, foreign 2\n")
          && check.contains("foreign          clusters/other.yaml\n"))
      #expect(check.contains("foreign          copies/a.yaml\n"))
    }
  }

  @Test func `removes nothing without a header because an index lists it`() throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml")
      try program.write("", to: "generated/clusters/mine.yaml")
      let entry =
        "{\"path\": \"clusters/mine.yaml\", \"sha256\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}"
      try program.write(
        "{\"kind\": \"Plan\", \"topology\": {\"name\": \"example\"}, \"files\": [\(entry)]}\n",
        to: "generated/index.json")
      let build = try program.run("build", "topology.yaml")
      #expect(build.output.contains("clusters/mine.yaml (left alone, not written by meshgen)\n"))
      #expect(FileManager.default.fileExists(atPath: program.path("generated/clusters/mine.yaml")))
    }
  }

  @Test func `refuses the output of another topology, and takes it over if it is told to`() throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml")
      try program.write(
        Self.topology.replacing("name: example", with: "name: other").replacing("cluster2", with: "cluster3"),
        to: "other.yaml")
      let before = try program.read("generated/README.md")
      let refusal = try program.run("build", "other.yaml")
      #expect(
        refusal.status == 3 && refusal.errors.contains("it holds the output of topology example (.gitattributes and "))
      #expect(refusal.errors.contains("and this is topology other; write elsewhere, or replace it with --take-over"))
      try #expect(program.read("generated/README.md") == before)
      let check = try program.run("check", "other.yaml", "--summary").output
      #expect(
        check.contains(
          "it holds the output of topology example; 'meshgen build other.yaml --out generated --take-over' replaces that\n"
        ))
      #expect(!check.contains("writes what the topology says"))
      #expect(try program.run("build", "other.yaml", "--take-over").output.contains("clusters/cluster2/"))
      #expect(try program.run("check", "other.yaml").output == "generated is what other.yaml says\n")
    }
  }

  @Test func `names what somebody committed into the staging folder, and does nothing of what it says`() throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml", "-o", ".")
      try program.write("[core]\n", to: ".git/config")
      try program.write("[core] fsmonitor = evil\n", to: ".meshgen-staging/0")
      try program.write("meshgen journal 1\nadd .git/hooks/post-checkout\n", to: ".meshgen-staging/journal")
      let check = try program.run("check", "topology.yaml", "-o", ".")
      #expect(check.status == 1 && check.output.contains("somebody put files into its .meshgen-staging"))
      let build = try program.run("build", "topology.yaml", "-o", ".")
      #expect(
        build.status == 0 && build.output.hasPrefix("an earlier build of . was interrupted; it is complete now\n"))
      try #expect(program.read(".git/config") == "[core]\n")
      #expect(!FileManager.default.fileExists(atPath: program.path(".git/hooks")))
      #expect(!FileManager.default.fileExists(atPath: program.path(".meshgen-staging")))
    }
  }

  @Test(arguments: ["build", "validate", "check"])
  func `refuses, if it is asked to, a tool that issues otherwise than planned`(command: String) throws {
    try withProgram { program in
      try program.write(Self.topology + "certificateAuthority: {tools: [cert-manager]}\n", to: "topology.yaml")
      _ = try program.run("build", "topology.yaml")
      #expect(try program.run(command, "topology.yaml").status == 0)
      let result = try program.run(command, "topology.yaml", "--require-exact")
      #expect(result.status == 1)
      #expect(result.errors.contains("error[MG520]: cert-manager issues otherwise than planned"))
    }
  }

  @Test func `checks a directory that is of another topology`() throws {
    try withProgram { program in
      _ = try program.run("build", "topology.yaml")
      try program.write(Self.topology.replacing("1.30.3", with: "1.30.2"), to: "topology.yaml")
      let result = try program.run("check", "topology.yaml")
      #expect(result.status == 1)
      #expect(result.output.contains("stale            clusters/cluster1/40-control-plane/istio-default.yaml\n"))
      #expect(result.output.contains("-  version: v1.30.3\n+  version: v1.30.2\n"))
    }
  }

  @Test func `speaks JSON to programs, one document for each run`() throws {
    try withProgram { program in
      for arguments in [["build"], ["validate"], ["check"]] {
        let result = try program.run(arguments[0], "topology.yaml", "--output", "json")
        let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(result.status == 0 && document?["errors"] as? Int == 0 && result.errors == "")
      }
    }
  }

  @Test func `takes warnings for errors, raises and silences findings`() throws {
    try withProgram { program in
      try program.write(Self.topology.replacing("1.30.3", with: "1.26.8"), to: "topology.yaml")
      try #expect(program.run("validate", "topology.yaml").status == 0)
      try #expect(program.run("validate", "topology.yaml", "--warnings-as-errors").status == 1)
      try #expect(program.run("validate", "topology.yaml", "--error", "end-of-life").status == 1)
      let silent = try program.run("validate", "topology.yaml", "--warnings-as-errors", "--silence", "MG402")
      #expect(silent.status == 0 && silent.errors == "")
    }
  }

  @Test func `fills in values, and can insist on them`() throws {
    try withProgram { program in
      let remote = Self.topology.replacing("multi-primary", with: "primary-remote")
        .replacing("{name: cluster2,", with: "{name: cluster2, role: remote,")
      try program.write(remote, to: "topology.yaml")
      try #expect(program.run("validate", "topology.yaml").status == 0)
      try #expect(program.run("validate", "topology.yaml", "--require-bound").status == 1)
      let value = "CLUSTER1_GATEWAY_ADDRESS=192.0.2.10"
      try #expect(program.run("build", "topology.yaml", "--require-bound", "--bind", value).status == 0)
      try #expect(program.run("check", "topology.yaml", "--bind", value).status == 0)
      try #expect(program.run("check", "topology.yaml").status == 1)
      let file = "generated/clusters/cluster2/40-control-plane/istio-default.yaml"
      try #expect(program.read(file).contains("remotePilotAddress: 192.0.2.10\n"))
      try program.write(remote + "silence: [{code: MG340, reason: we know}]\n", to: "topology.yaml")
      try #expect(program.run("validate", "topology.yaml").errors == "")
      try #expect(program.run("validate", "topology.yaml", "--require-bound").status == 1)
      try #expect(program.run("validate", "topology.yaml", "--require-bound", "--silence", "MG340").status == 1)
      for unusable in ["NOTHING=1", "CLUSTER1_GATEWAY_ADDRESS", "=1", "CLUSTER1_GATEWAY_ADDRESS=a b"] {
        try #expect(program.run("validate", "topology.yaml", "--bind", unusable).status == 2, "\(unusable)")
      }
    }
  }

  @Test func `shows what it knows of releases`() throws {
    try withProgram { program in
      let all = try program.run("releases")
      #expect(all.status == 0 && all.errors == "")
      #expect(all.output.contains("\nOpenShift Service Mesh 3\n") && all.output.contains("\n  3.4       stable-3.4"))
      let one = try program.run("releases", "--distribution", "maistra", "--output", "json")
      #expect(one.output.hasPrefix("{\n  \"knowledge\": \"20") && !one.output.contains("Sail operator\""))
      try #expect(program.run("releases", "--distribution", "mesh").status == 2)
    }
  }

  @Test func `explains a code, and lists them all`() throws {
    try withProgram { program in
      try #expect(program.run("explain", "303").output.hasPrefix("MG303 (unknown-network), error\n"))
      try #expect(program.run("explain").output.contains("MG101  error    not-yaml\n"))
      try #expect(program.run("explain", "MG999").status == 2)
    }
  }

  @Test(arguments: [[], ["build"], ["nonsense"], ["build", "t", "--nonsense"], ["build", "t", "--output", "xml"]])
  func `refuses unusable arguments`(arguments: [String]) throws {
    try withProgram { program in
      let result: Program.Result
      switch arguments.count {
      case 0: result = try program.run()
      case 1: result = try program.run(arguments[0])
      case 3: result = try program.run(arguments[0], arguments[1], arguments[2])
      default: result = try program.run(arguments[0], arguments[1], arguments[2], arguments[3])
      }
      #expect(arguments.isEmpty ? result.status == 0 : result.status == 2)
    }
  }

  @Test func `says what the file system said`() throws {
    try withProgram { program in
      let missing = try program.run("validate", "nowhere.yaml")
      #expect(missing.status == 3 && missing.errors.contains("nowhere.yaml"))
      try program.write("", to: "file")
      try #expect(program.run("build", "topology.yaml", "--out", "file").status == 3)
      try program.write("mine", to: "other/README.md")
      let inTheWay = try program.run("build", "topology.yaml", "--out", "other")
      #expect(inTheWay.status == 3 && inTheWay.errors.contains("README.md"))
      try #expect(program.read("other/README.md") == "mine")
    }
  }

  @Test func `follows no symbolic link out of its directory`() throws {
    try withProgram { program in
      try FileManager.default.createDirectory(atPath: program.path("elsewhere"), withIntermediateDirectories: true)
      try FileManager.default.createDirectory(atPath: program.path("generated"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: program.path("generated/clusters"), withDestinationPath: "../elsewhere")
      let result = try program.run("build", "topology.yaml")
      #expect(result.status == 3 && result.errors.contains("clusters"))
      try #expect(FileManager.default.contentsOfDirectory(atPath: program.path("elsewhere")).isEmpty)
    }
  }

  @Test func `writes the same bytes and modes whatever surrounds it`() throws {
    let (here, there) = (try Program(), try Program())
    defer {
      here.remove()
      there.remove()
    }
    try here.write(Self.topology, to: "topology.yaml")
    try there.write(Self.topology, to: "deep/er/t.yml")
    let strange = ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "HOME": "/nowhere", "TERM": "dumb"]
    try #expect(here.run("build", "topology.yaml").status == 0)
    try #expect(there.run("build", "deep/er/t.yml", "-o", "x/y", environment: strange, umask: "077").status == 0)
    try #expect(here.snapshot("generated") == there.snapshot("x/y"))
  }
}
