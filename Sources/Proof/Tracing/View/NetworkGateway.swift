internal import AppliedMesh
internal import YAMLWriting

/// A gateway by which a network is entered, as a control plane knows it.
struct NetworkGateway {
  let network: String
  /// The cluster whose registry it comes from; `nil` for one that values name.
  let cluster: String?
  let address: Address
  /// The port that others dial.
  let port: Int
  /// The pods that answer there.
  let pods: Pods
  let origin: Link.ObjectField

  /// What others dial.
  enum Address: Equatable {
    case known(String)
    /// The load balancer's, the nodes', which no manifest has.
    case assigned
    /// A name that stands for a value that is not known yet.
    case open(String)

    init(_ text: String) { self = text.hasPrefix("${") ? .open(text) : .known(text) }

    var inWords: String {
      switch self {
      case .known(let text): "`\(text)`"
      case .assigned: "the address that its load balancer gets"
      case .open(let name): "an address that is not known yet, `\(name)`"
      }
    }
  }

  /// What stands behind the address.
  enum Pods {
    /// Pods that a Service selects, at the port behind the one that is dialled.
    case selected(by: [String: String], namespace: String, port: Int)
    /// Pods that Istio makes for a Gateway of Gateway API.
    case made(listener: YAMLValue)
    /// Whatever answers at an address that values name.
    case unknown
  }
}
