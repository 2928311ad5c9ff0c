package import Diagnostics
package import MeshNames

/// A value that is known only when something is running, and that the topology did not give.
package struct Binding: Sendable {
  /// The name under which steps and checks use it: `CLUSTER1_EAST_WEST_GATEWAY_ADDRESS`.
  package let name: String
  package let description: String
  /// What it can be.
  package let kind: Kind
  /// The step after which it can be read.
  package let step: StepID
  /// Prints the value.
  package let read: Command
  /// Where the topology could have said it: `clusters[0].gateway.address`.
  package let place: String
  /// The place in the source to point at when it should have been said.
  package let origin: SourceRange
  /// Why it cannot stay open, where what will be read is known to be of no use.
  package let refusal: Finding?

  package init(
    name: String, description: String, kind: Kind = .host, step: StepID, read: Command, place: String,
    origin: SourceRange, refusal: Finding? = nil
  ) {
    self.name = name
    self.description = description
    self.kind = kind
    self.step = step
    self.read = read
    self.place = place
    self.origin = origin
    self.refusal = refusal
  }

  /// What a value of a binding is, as a topology would have it.
  package enum Kind: Sendable {
    /// A DNS name or an IP address.
    case host
    /// An IP address.
    case address
    /// Certificates in PEM form; `read` prints them as a JSON text.
    case certificate
    /// What `kubeseal --raw` prints.
    case sealed

    /// How `read` prints a value, and how it is to stand in the files, where the binding's name stands.
    ///
    /// A text of several lines that a tool fills in as it is breaks a YAML file. A JSON text is one line, and YAML.
    package var form: Form { self == .certificate ? .json : .text }

    package enum Form: String, Sendable {
      /// The value itself.
      case text
      /// The value as a JSON text, with its quotation marks and with `\n` for each line's end.
      case json
    }

    private static func withoutQuotes(_ text: String) -> String {
      guard text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 else { return text }
      return String(text.dropFirst().dropLast()).replacing("\\n", with: "\n")
    }

    /// Reads a value.
    ///
    /// - Parameter text: The value, as it is or as `read` prints it.
    /// - Returns: The value as it stands in files.
    /// - Throws: What is wrong with it, where it is none.
    package func value(_ text: String) throws(Misfit) -> String {
      switch self {
      case .host: try Host(parsing: text).description
      case .address: try IPAddress(parsing: text).description
      case .certificate: try CertificateText(parsing: Self.withoutQuotes(text)).description
      case .sealed: try SealedValue(parsing: text).description
      }
    }
  }

  /// How a text refers to the binding.
  package var reference: String { "${\(name)}" }
}
