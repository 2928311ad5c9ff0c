package import MeshModel

extension CheckedService {
  /// The name of the Service of a gateway.
  ///
  /// A load balancer's class cannot be changed (k8s.io/kubernetes, pkg/apis/core/validation), so another class is another
  /// Service, beside which the old one goes on until it is removed.
  package func name(of gateway: String) -> String {
    guard let loadBalancerClass else { return gateway }
    let words = loadBalancerClass.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let name = "\(gateway)-\(String(words))".prefix(63)
    return String(name.reversed().drop { $0 == "-" }.reversed())
  }
}
