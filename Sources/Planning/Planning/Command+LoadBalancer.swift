extension Command {
  /// The option by which `kubectl get service` prints where a load balancer is reached.
  ///
  /// Some clouds' load balancers have an address, and others a name.
  package static let loadBalancerOutput =
    "--output=jsonpath={.status.loadBalancer.ingress[0].ip}{.status.loadBalancer.ingress[0].hostname}"
}
