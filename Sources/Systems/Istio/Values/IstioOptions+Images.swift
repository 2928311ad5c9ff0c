internal import MeshNames
package import Planning
package import YAMLWriting

/// Where images come from, for every chart that has some: `global` of istiod, of the CNI plug-in and of the proxies of nodes.
///
/// Injected gateways and sidecars have theirs from istiod. The operator leaves out the images that it brings along once
/// `global.hub` is said (Sail operator, pkg/istiovalues/digests.go).
extension IstioOptions {
  package var imageValues: YAMLValue { hub.map { ["global": ["hub": "\($0)"]] } ?? [:] }

  /// Which images are meant, as far as the topology says it: "Istio 1.30.3 of registry.example.com/istio".
  package var imagesInWords: String { "Istio \(build)\(hub.map { " of \($0)" } ?? "")" }

  /// The same as what values cannot say otherwise.
  package func derivedImageValues(at path: [String]) -> [DerivedValue] {
    hub.map { [DerivedValue(path + ["global", "hub"], "\($0)", from: .hub)] } ?? []
  }
}
