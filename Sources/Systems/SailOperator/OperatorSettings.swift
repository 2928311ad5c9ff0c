internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

extension Operator {
  /// What a topology says of the operator: `preinstalled`, or a mapping of what its subscription shall be.
  package struct Settings: Sendable {
    var delivery = Delivery.olm
    var release: Located<OperatorRelease>?
    var package: String?
    var channel: Located<PlainText>?
    var startingCSV: String?
    var approval = Approval.automatic
    var source: String?
    var sourceNamespace: NamespaceName?
  }

  /// How the operator comes to be there.
  enum Delivery: String, Choice {
    case olm, preinstalled
  }

  /// Whether OLM upgrades the operator by itself.
  enum Approval: String, Choice {
    case automatic = "Automatic"
    case manual = "Manual"
  }
}

extension Operator.Settings {
  init(reading entry: Node.Entry?, path: String, into log: inout FindingLog) {
    guard let entry else { return }
    if case .scalar(let scalar) = entry.value {
      delivery = .preinstalled
      guard scalar.text != Operator.Delivery.preinstalled.rawValue else { return }
      let forms: KeyValuePairs = ["preinstalled": "preinstalled", "olm": "{version: …, channel: …}"]
      log.report(.unknownForm(scalar.text, for: path, at: scalar.range, forms: forms))
      return
    }
    var reader = MappingReader(.init(entries: [entry], range: entry.value.range), path: "", log: log)
    self = reader.mapping(entry.value, path) { Self(reading: &$0) } ?? self
    log = reader.log
  }

  private init(reading fields: inout MappingReader) {
    let delivery: Located<Operator.Delivery>? = fields.optional("delivery")
    let approval: Located<Operator.Approval>? = fields.optional("approval")
    release = fields.optional("version")
    package = fields.text("package")
    channel = fields.optional("channel")
    startingCSV = fields.text("startingCSV")
    source = fields.text("source")
    let sourceNamespace: Located<NamespaceName>? = fields.optional("sourceNamespace")
    self.delivery = delivery?.value ?? .olm
    self.approval = approval?.value ?? .automatic
    self.sourceNamespace = sourceNamespace?.value
  }
}

extension Operator.Settings {
  /// The operator's release, as far as the topology says it: by its version, or by a channel of one series.
  var namedRelease: Located<OperatorRelease>? {
    guard release == nil, let channel else { return release }
    let name = channel.value.description
    guard name.hasPrefix("stable-"), let series = try? OperatorRelease(parsing: String(name.dropFirst(7))) else {
      return nil
    }
    return channel.map { _ in series }
  }
}

extension MappingReader {
  fileprivate mutating func text(_ key: String) -> String? {
    let text: Located<PlainText>? = optional(key)
    return text?.value.description
  }
}
