internal import MarkdownWriting

extension MigrationPlan {
  /// What federation had and nothing in its place has, each with the reason.
  ///
  /// Findings of the topology say where it matters.
  var lossesSection: String {
    let rows = losses.map { [$0.what, $0.why, $0.instead] }
    return """
      ## What cannot be kept

      `meshgen migrate` warns of what shows in the topology; policies of your own are not in it, so look through all of these.

      \(Markdown.table(["what federation has", "why it ends", "what to do"], rows))
      """
  }

  private var losses: [(what: String, why: String, instead: String)] {
    [
      (
        "A set of exported services for each peer",
        "The gateway passes TLS through and is asked for a service's name, not for the client: every mesh whose root is "
          + "trusted, and that reaches the gateway, reaches what any other imports",
        "An AuthorizationPolicy at the service that names its clients; they are seen themselves now (MG778)"
      ),
      (
        "Identities of meshes apart from each other",
        "With `trustDomainAliases`, `PEER/ns/N/sa/S` counts as one's own account `N/S` in every AuthorizationPolicy",
        "Accounts of different names where policies tell meshes apart (MG790)"
      ),
      (
        "The identity of the gateway for peers as the client that a service sees",
        "Mutual TLS is from client to server, and no gateway ends it",
        "Before the stage `services`, let policies that name `ingress-PEER-service-account` name the clients' accounts, too"
      ),
      (
        "Endpoints of one's own and of a peer behind one local name (`importAsLocal`)",
        "Of a Service and a ServiceEntry of one name, Istio takes the Service",
        "Import it under another name, and share requests with a VirtualService (MG777)"
      ),
      (
        "Services by `*` or by labels",
        "Each service is an object with its name in it, and no control plane looks into a peer",
        "Name them in `imports` before the stage `gateways` (MG770)"
      ),
      (
        "Changes of a peer's services that arrive by themselves",
        "Ports and names are written down",
        "Change them in the topology; ports that it does not say are read once, when the stage is carried out (MG772)"
      ),
      (
        "Gateways at ports of nodes",
        "istiod makes the gateway's Service, and its port of nodes is not known beforehand",
        "A load balancer before the stage `prepare` (MG789)"
      ),
      (
        "Patches and settings of the ServiceMeshControlPlane",
        "The object goes, and not all of its fields have a counterpart",
        "`values` of the last topology (MG791)"
      ),
    ]
  }
}
