package import Diagnostics
package import MeshModel
package import MeshNames

/// Who makes which key, who signs which request, with which extensions and for how long, and where it all ends.
///
/// Every property of every certificate is written out, so that the difference of two plans shows each change. There
/// are durations and never dates, and no key material.
package struct CertificatePlan: Sendable {
  /// Where its files are.
  package let folder: CertificatesFolder
  package let mesh: MeshID
  package let trustDomain: TrustDomain
  package let profile: CertificateProfile
  /// How long workloads' certificates live.
  package let workloads: WorkloadLifetimes
  /// Issuers before those whom they sign.
  package let authorities: [PlannedAuthority]
  /// In an order in which it can be done.
  package let ceremony: [CeremonyStep]
  package let deliveries: [Delivery]
  /// The other meshes that trust the root.
  package let peers: [Peer]
  /// What hands the anchors to clients that no proxy speaks for, and the clusters that it does so in.
  package let bundle: Bundle?
  /// The tools that are to carry it out, each with its place in the topology.
  package let tools: [Located<CertificateTool>]
  /// Where in a cloud the authorities above the clusters are.
  package let awsPrivateCA: AWSPrivateCA?
  package let googleCAS: GoogleCAS?
  package let remarks: [Remark]

  /// Whether authorities sign CRLs that reach the clusters.
  package var publishesLists: Bool { deliveries.contains { !$0.revocationLists.isEmpty } }

  /// The `cacerts` Secret of one cluster.
  package struct Delivery: Sendable {
    package let cluster: ClusterName
    package let namespace: NamespaceName
    /// How the files reach the cluster.
    package let way: CertificateDelivery
    /// The folder of the issued files.
    package let location: LocationName
    package let authority: String
    /// The authorities from the signer of workloads, first, to the root, last.
    package let chain: [PlannedAuthority]
    /// The roots of `root-cert.pem`: two of them while one takes the place of the other.
    package let anchors: [PlannedAuthority]
    /// How far the cluster is on the way to the next root.
    package let rotation: RotationState?

    /// The authorities whose CRLs are in `ca-crl.pem`; none where there is no such file.
    ///
    /// Those of the chain, or istiod does not start, and those of all other chains of the mesh: where a CRL of one
    /// authority of a chain is known, Envoy asks for one of each (envoyproxy/envoy, CertificateValidationContext.crl).
    /// istiod takes more than it asks for (istio/istio, security/pkg/pki/util/keycertbundle.go).
    package var revocationLists: [PlannedAuthority] = []

    /// The authorities of `cert-chain.pem`: all but the root.
    ///
    /// istiod sends the chain and the root behind it with every workload's certificate; with the root in both, clients get
    /// it twice, which some refuse (istio/istio#39001; istio/istio 1.24.6 and 1.30.3, security/pkg/server/ca/server.go).
    /// Istio's own scripts put it into the chain.
    package var sentChain: [PlannedAuthority] { chain.count > 1 ? chain.dropLast() : chain }

    /// The file that becomes `root-cert.pem`: what was issued for another state stays as it is.
    package var rootFile: String { anchors.count == 1 ? "root-cert.pem" : "root-certs.pem" }

    /// The issued file that becomes one of the Secret's.
    package func issuedFile(for file: String) -> String { file == "root-cert.pem" ? rootFile : file }
  }

  /// A Bundle of trust-manager, as it is called in every cluster.
  package struct Bundle: Sendable {
    package let name: String
    package let clusters: [ClusterName]
  }

  /// Another mesh that trusts the root, and where it has it from.
  package struct Peer: Sendable {
    package let cluster: ClusterName
    package let place: Place

    package init(_ cluster: ClusterName, _ place: Place) { (self.cluster, self.place) = (cluster, place) }

    package enum Place: Sendable {
      /// The ConfigMap that a ServiceMeshPeer names.
      case configMap(String, in: NamespaceName)
      /// The `caCertificates` of a control plane's mesh configuration, by the name of the `Istio` object.
      case meshConfiguration(of: String)
    }
  }

  /// Something that a reviewer of the plan should know.
  package struct Remark: Sendable {
    package let rule: String
    package let authority: String
    package let detail: String
  }
}

/// One certification authority, every property of its certificate written out.
package struct PlannedAuthority: Sendable {
  package let id: String
  /// Which of the mesh's roots it stands below, or is.
  package let generation: Generation
  /// How many authorities stand above it.
  package let tier: Int
  package let issuer: String?
  package let cluster: ClusterName?
  /// The folder of its files.
  package internal(set) var folder: String
  /// The distinguished name's parts in their order.
  package let subject: [(type: String, value: String)]
  package let key: KeyAlgorithm
  /// The weakest hash that its issuer may sign it with.
  package let signatureHash: String
  package let lifetime: Lifetime
  /// `nil` for no bound.
  package let pathLength: Int?
  package let keyUsage: [KeyUsage]
  package let dnsNames: [String]
  /// Its SPIFFE ID, if it has one.
  package let uriNames: [String]
  package let nameConstraints: Constraints?
  package let hasAuthorityKeyIdentifier: Bool
  package let custody: KeyCustody
  /// In days: how long the authority can sign certificates that end before it does.
  package let signingPeriod: Int
  /// In days: when its successor is due; `nil` where it cannot have one.
  package let supersededAfter: Int?
  package let revocation: Revocation

  /// RFC 5280, section 4.2.1.3, under the names of RFC 5280's ASN.1 (contentCommitment was nonRepudiation).
  package enum KeyUsage: String, CaseIterable, Sendable {
    case digitalSignature, contentCommitment, keyEncipherment, keyCertSign
    case crlSign = "cRLSign"
  }

  /// Which names certificates below it may have; the extension is critical.
  package struct Constraints: Equatable, Sendable {
    package let permitted: Subtrees
    package let excluded: Subtrees
  }

  /// Names with all that lies below them; URIs by their hosts.
  package struct Subtrees: Equatable, Sendable {
    package let dns: [String]
    package let uri: [String]
  }

  /// Who holds the key, and where.
  package struct KeyCustody: Sendable {
    package let holder: String
    package let storage: Custody.KeyStorage
    package let quorum: String?
    /// Whether others than the holder have it, too, be it encrypted.
    package let leavesHolder: Bool
  }

  /// How a certificate that it has signed stops being good before its time.
  package enum Revocation: Sendable {
    case crl(nextUpdateDays: Int)
    case rotateRoot
    case none(reason: String)
  }
}

/// One act of the ceremony that makes the certificates.
package struct CeremonyStep: Sendable {
  package let id: String
  package let actor: String
  package let operation: Operation
  package let authority: String
  package let needs: [String]
  package let makes: [String]
  /// Which of the things that it makes must be kept secret.
  package let secretOutputs: [String]

  package enum Operation: String, CaseIterable, Sendable {
    case generateKey = "generate-key"
    case selfSign = "self-sign"
    case request, sign
    case publishList = "publish-crl"
    case deliver
  }
}
