internal import MarkdownWriting
internal import MeshModel
internal import MeshNames
internal import Planning

extension MigrationPlan {
  /// The plan for people: what those who decide on it, and those who carry it out, have to know.
  package var readme: String {
    let sections =
      [introduction, servicesSection, prerequisites, procedure, overview] + stages.indices.map(stageSection)
      + [lossesSection]
    return sections.compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private var introduction: String {
    """
    # From OpenShift Service Mesh 2 to 3: topology `\(topology)`

    \(start.meshes.count) meshes that federate become \(start.meshes.count) meshes of OpenShift Service Mesh 3 (Istio \(version)) \
    that find each other's services by what is written down, in \(stages.count) stages. Names, trust domains, roots, \
    exported and imported names stay what they are: no client changes a URL. Each stage is a topology that `meshgen build` \
    compiles into the directory that is committed now; it can be reviewed, carried out and, up to the last one, undone by itself.

    The way is that of Red Hat's guide (openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation), with \
    what is said below where it differs.
    """
  }

  private var servicesSection: String? {
    guard !services.isEmpty else { return nil }
    let rows = services.map { service in
      [
        Markdown.text("\(service.importer)"), Markdown.code("\(service.host)", inTable: true),
        Markdown.sentence(service.sources.joined(separator: ", "), inTable: true),
      ]
    }
    return """
      ## Services that stay reachable

      \(Markdown.table(["for clients in", "under the name", "is"], rows))
      """
  }

  private var prerequisites: String {
    """
    ## Before the first stage

    - OpenShift 4.19 or later, which serves Gateway API. No GatewayClass of the platform's own ingress is made as long as \
    OpenShift Service Mesh 2 is subscribed to: the ingress operator could not install what it needs \
    (openshift/openshift-docs#102469).
    - OpenShift Service Mesh 2.6.13 or later, and 3.2.1 or later to be had from the catalog.
    - Every cluster that others take services of has a load balancer to give, for one more Service; annotations of \
    `meshes[].ingress` are those of this one, too.
    - Port 15443 is open from every cluster to the load balancers of those that it takes services of.
    - `meshgen check` finds nothing: what is committed is what the clusters have.
    - Gateway API of control planes for some namespaces alone is a technology preview in OpenShift Service Mesh 2.6 \
    (release notes of 2.6). It is used from the stage `prepare` on, until `done`.
    """
  }

  private var procedure: String {
    """
    ## How a stage is carried out

    1. Copy the stage's file over the topology, build, and have the difference reviewed:
       `cp migration/\(stages.first?.file ?? "") topology.yaml && meshgen build topology.yaml --out mesh && git diff --stat`
    2. Carry it out in the order of `mesh/index.json` and the clusters' `plan.json`: a folder is applied, commands are run, and what comes next waits for the \
    gates. With Argo CD or Flux, folders that come behind commands wait for people (the output's own README).
    3. When all gates have opened, try the services out by your own means, and look at their error rates for as long as \
    you would after any release. Then go on.

    Every stage can be carried out again: what is there already stays as it is. Whoever changes the topology on the way, \
    to write down an address or the ports of a service, has `meshgen migrate` write the stages anew: up to `leave`, it goes \
    on from whichever stage the topology is at.
    """
  }

  private var overview: String {
    let rows = stages.map { stage in
      [Markdown.code(stage.stage.rawValue), StageNotes(stage.stage).purpose, Markdown.link(stage.file, to: stage.file)]
    }
    let end = [
      "", "What is left in the end: an ordinary topology", Markdown.link("topology.yaml", to: "topology.yaml"),
    ]
    return """
      ## The stages

      \(Markdown.table(["stage", "what it is for", "topology"], rows + [end]))
      """
  }
}
