import Foundation
import Testing

/// The runbook as a script, carried out against programs that stand in for kubectl, helm and istioctl.
struct StepsTests {
  private static let topology = """
    apiVersion: meshgen/v1
    kind: Topology
    metadata: {name: shop}
    distribution: {name: istio, version: 1.30.3}
    controlPlane: {mode: primary-remote}
    networks: [{name: core}, {name: edge}]
    clusters:
      - {name: hub, network: core, apiServer: "https://hub.example.com:6443"}
      - {name: rim, network: edge, role: remote, apiServer: "https://rim.example.com:6443"}
    namespaces: [shop]

    """

  /// A folder with an output, its script, and stand-ins that write down what they are told.
  ///
  /// kubectl knows what was applied, prints an address where it is asked for one, and fails at what the file `fails` has.
  private func prepared() throws -> Program {
    let program = try Program()
    try program.write(Self.topology, to: "topology.yaml")
    #expect(try program.run("build", "topology.yaml", "--out", "generated").status == 0)
    let script = try program.run("steps", "topology.yaml", "--out", "generated", "--output", "sh")
    try program.write(script.output, to: "steps.sh")
    let standIn = """
      #!/bin/sh
      home=\(program.path(""))
      name=${0##*/}
      printf '%s\\n' "$name $*" >> "$home/log"
      if [ -s "$home/fails" ] && printf '%s\\n' "$name $*" | grep -q -F -f "$home/fails"; then
        echo "the server says no" >&2
        exit 1
      fi
      state="$home/state-$(printf '%s' "$*" | sed 's/ diff / apply /' | tr -c 'A-Za-z0-9\\n' '_')"
      case " $* " in
        *" diff -f "*) test -f "$state" ;;
        *" apply -f - "*) cat > /dev/null ;;
        *" apply -f "*)
          for folder in "$@"; do :; done
          cat "$folder"/*.yaml >> "$home/applied" || exit 1
          : > "$state" ;;
        *" get service "*) echo 192.0.2.7 ;;
        *" --values "*) for word in "$@"; do case $word in *.values.yaml) cat "$word" >> "$home/applied" ;; esac; done ;;
        *" get secret "*) echo "never to be seen" ;;
      esac
      """
    for name in ["kubectl", "helm", "istioctl"] {
      try program.write(standIn, to: "bin/\(name)")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path("bin/\(name)"))
    }
    return program
  }

  private func carryOut(_ program: Program, _ arguments: String = "") throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec sh steps.sh \(arguments) 2>&1"]
    process.currentDirectoryURL = program.folder
    process.environment = [
      "PATH": "\(program.path("bin")):/usr/bin:/bin", "MESHGEN_INTERVAL": "0", "ISSUED_CERTIFICATES": "issued",
    ]
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test func `brings the mesh up, in order and with progress`() throws {
    let program = try prepared()
    defer { program.remove() }
    let (status, output) = try carryOut(program)
    #expect(status == 0, "\(output)")
    let steps = output.split(separator: "\n").filter { $0.hasPrefix("[") }
    #expect(steps.count > 10 && steps[0].hasPrefix("[1/\(steps.count)] hub 10-namespaces"), "\(output)")
    #expect(output.contains("All \(steps.count) steps are through."))
    #expect(!output.contains("never to be seen"))
    let log = try program.read("log")
    let order = ["apply -f clusters/hub/10-namespaces", "upgrade --install istiod", "create-remote-secret"].map {
      log.range(of: $0)?.lowerBound
    }
    #expect(!order.contains(nil) && order.compactMap { $0 }.sorted() == order.compactMap { $0 })
  }

  @Test func `puts values in the place of their names once they are there`() throws {
    let program = try prepared()
    defer { program.remove() }
    #expect(try carryOut(program).status == 0)
    let applied = try program.read("applied")
    #expect(applied.contains("192.0.2.7") && !applied.contains("GATEWAY_ADDRESS}"))
  }

  @Test func `stops at the first failure, says what to look at, and goes on when it is run again`() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write("--kube-context rim upgrade", to: "fails")
    let (status, output) = try carryOut(program)
    #expect(status == 1)
    #expect(output.contains("stopped at rim/") && output.contains("the server says no"), "\(output)")
    #expect(!output.contains("steps are through"))
    let before = try program.read("log").split(separator: "\n").count {
      $0.contains(" apply -f clusters/hub/10-namespaces")
    }
    try program.write("", to: "fails")
    let again = try carryOut(program)
    #expect(again.status == 0 && again.output.contains("is there already"), "\(again.output)")
    let after = try program.read("log").split(separator: "\n").count {
      $0.contains(" apply -f clusters/hub/10-namespaces")
    }
    #expect(before == 1 && after == 1)
  }

  @Test func `waits for a gate no longer than it may, and says for what`() throws {
    let program = try prepared()
    defer { program.remove() }
    let script = try program.read("steps.sh").replacing(/await (.*) \d+ <</) { "await \($0.1) 0 <<" }
    try program.write(script, to: "steps.sh")
    try program.write("rollout status", to: "fails")
    let (status, output) = try carryOut(program)
    #expect(status == 1 && output.contains("waited 0 seconds for: "), "\(output)")
  }

  @Test func `changes nothing in a dry run`() throws {
    let program = try prepared()
    defer { program.remove() }
    let (status, output) = try carryOut(program, "--dry-run")
    #expect(status == 0 && output.contains("would do: helm --kube-context hub upgrade --install istiod"), "\(output)")
    let log = try program.read("log").split(separator: "\n")
    #expect(log.allSatisfy { $0.contains(" diff -f ") }, "\(log)")
  }

  @Test func `does the steps of one cluster, and those from one on`() throws {
    let program = try prepared()
    defer { program.remove() }
    #expect(try carryOut(program, "--cluster hub").status == 0)
    #expect(try !program.read("log").contains("--context rim apply"))
    let from = try carryOut(program, "--from hub/50-gateways").output
    #expect(from.hasPrefix("[") && !from.contains("10-namespaces"), "\(from)")
    let named = try program.run("steps", "topology.yaml", "--cluster", "hub", "--output", "sh").output
    #expect(named.contains("hub/10-namespaces") && !named.contains("rim/10-namespaces"))
    #expect(try program.run("steps", "topology.yaml", "--from", "hub/50-gatways").errors.contains("hub/50-gateways"))
  }

  @Test func `fills in what a file of bindings says, and what the command line says before it`() throws {
    let program = try prepared()
    defer { program.remove() }
    let name = "HUB_GATEWAY_ADDRESS"
    try program.write("apiVersion: meshgen/v1\nkind: Bindings\nvalues: {\(name): 192.0.2.7}\n", to: "bindings.yaml")
    let built = try program.run("build", "topology.yaml", "--out", "bound", "--bindings", "bindings.yaml")
    #expect(built.status == 0, "\(built.errors)")
    #expect(try program.snapshot("bound") != program.snapshot("generated"))
    let both = try program.run(
      "build", "topology.yaml", "--out", "own", "--bindings", "bindings.yaml", "--bind", "\(name)=192.0.2.8")
    #expect(both.status == 0)
    #expect(try program.snapshot("own") != program.snapshot("bound"))
    try program.write("apiVersion: meshgen/v1\nkind: Bindings\nvalues: {HUB_GATEWAY: 192.0.2.7}\n", to: "bindings.yaml")
    let wrong = try program.run("build", "topology.yaml", "--out", "bound", "--bindings", "bindings.yaml")
    #expect(wrong.status == 1 && wrong.errors.contains("bindings.yaml:3:10"), "\(wrong.errors)")
  }

  @Test func `knows the steps of a directory`() throws {
    let program = try prepared()
    defer { program.remove() }
    let steps = { (side: String) in
      try program.run("steps", side, "--output", "sh").output.split(separator: "\n").filter { $0.hasPrefix("if begin") }
    }
    #expect(try steps("generated").sorted() != [])
    let names = { (lines: [Substring]) in Set(lines.map { $0.split(separator: "' ")[1] }) }
    #expect(try names(steps("generated")) == names(steps("topology.yaml")))
  }

  @Test(arguments: ["snippet", "markdown", "json", "sh"])
  func `takes back no folder with a namespace in it`(format: String) throws {
    let program = try prepared()
    defer { program.remove() }
    let text = try program.run("steps", "topology.yaml", "--output", format).output
    for line in text.split(separator: "\n") where line.contains("delete") {
      #expect(!line.contains("80-traffic"), "\(line)")
      #expect(
        !line.contains("10-namespaces") || line.contains("--filename") || line.contains("\"--filename\""), "\(line)")
    }
  }

  @Test func `has only the steps that a change needs`() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write(Self.topology.replacing("namespaces: [shop]", with: "namespaces: [shop, pay]"), to: "next.yaml")
    let steps = try program.run("steps", "next.yaml", "--change", "topology.yaml").output
    #expect(steps.contains("hub/80-traffic") && !steps.contains("40-control-plane"), "\(steps)")
    let text = try program.run("steps", "topology.yaml", "--output", "markdown").output
    #expect(text.contains("- [ ] done when:") && !text.contains("sh -c"))
  }

  @Test(arguments: ["snippet", "markdown", "json", "sh"])
  func `shows the steps in every form`(format: String) throws {
    let program = try prepared()
    defer { program.remove() }
    let shown = try program.run("steps", "topology.yaml", "--output", format)
    #expect(shown.status == 0 && shown.output.contains("hub/40-control-plane"))
  }
}
