import AppliedMesh
import Foundation
import Testing
import Tracing

/// Every golden of today's Istio is connected as its topology says: everybody reaches everybody.
struct GoldenProofTests {
  @Test(arguments: Meshes.ofIstio)
  func `everybody reaches everybody`(name: String) throws {
    let reachability = Tracer(try Meshes.planned(name)).reachability()
    #expect(
      reachability.pairs.filter { !$0.disposition.reaches }.map { "\($0.from) -> \($0.to): \($0.disposition)" } == [])
    #expect(reachability.isolated == [])
  }

  @Test(arguments: Meshes.ofIstio)
  func `the directory says the same as the plan`(name: String) throws {
    #expect(Meshes.pairs(of: Meshes.read(try Meshes.files(of: name))) == Meshes.pairs(of: try Meshes.planned(name)))
  }

  /// Classes are a shortcut: each pair followed by itself comes to the same.
  @Test(arguments: Meshes.ofIstio)
  func `one pair of two classes stands for all`(name: String) throws {
    let tracer = Tracer(try Meshes.planned(name))
    let reachability = tracer.reachability()
    for pair in reachability.pairs {
      let question = Question(client: pair.from, service: reachability.service, server: pair.to)
      #expect(tracer.trace(question).paths.map(\.disposition) == [pair.disposition], "\(pair.from) -> \(pair.to)")
    }
  }

  @Test func `networks are crossed by gateways, and one network is not`() throws {
    let apart = Tracer(try Meshes.planned("sail/multi-primary-multi-network")).reachability()
    #expect(apart.pairs.allSatisfy { $0.disposition == .reachesThroughGateway && $0.via.count == 1 })
    let together = Tracer(try Meshes.planned("sail/multi-primary-single-network")).reachability()
    #expect(together.pairs.allSatisfy { $0.disposition == .reachesDirect && $0.via.isEmpty })
  }

  @Test(arguments: [
    ("cloud-service-mesh/flat-network", Disposition.insufficientInformation),
    ("replicated/today", .insufficientInformation), ("federation/two-meshes", .insufficientInformation),
    ("shared/vpn", .insufficientInformation), ("multi-mesh/two-meshes", .insufficientInformation),
  ])
  func `of other systems nothing is claimed`(name: String, disposition: Disposition) throws {
    let pairs = Tracer(try Meshes.planned(name)).reachability().pairs
    #expect(!pairs.isEmpty && pairs.allSatisfy { $0.disposition == disposition })
  }
}
