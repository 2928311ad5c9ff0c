import MeshNames
import Testing

/// Each name takes what it becomes can take, and nothing else.
struct NameTests {
  /// The value in its canonical form, or what is wrong with the text.
  private func read<Value: TextValue>(_ type: Value.Type, _ text: String) -> String {
    do throws(Misfit) { return try Value(parsing: text).description } catch { return "✗ \(error.problem)" }
  }

  private func suggestion<Value: TextValue>(_ type: Value.Type, _ text: String) -> String? {
    do throws(Misfit) {
      _ = try Value(parsing: text)
      return nil
    } catch { return error.suggestion }
  }

  @Test(arguments: ["a", "east-1", "0", String(repeating: "x", count: 63)])
  func `takes an RFC 1123 label for a cluster's name`(text: String) {
    #expect(read(ClusterName.self, text) == text)
  }

  @Test(arguments: [
    ("", "is empty"), ("East", "has `E` in it"), ("a.b", "has `.` in it"), ("-a", "has `-` at an end"),
    ("a-", "has `-` at an end"), ("ä", "has `ä` in it"), ("a b", "has ` ` in it"),
    (String(repeating: "x", count: 64), "has 64 characters"), ("*", "has `*` in it"), ("a/../b", "has `/` in it"),
  ])
  func `refuses anything else`(text: String, problem: String) {
    #expect(read(ClusterName.self, text) == "✗ \(problem)")
  }

  @Test(arguments: [("East_1", "east-1"), ("prod.eu", "prod-eu"), ("-x-", "x")])
  func `suggests the name that was probably meant`(text: String, name: String) {
    #expect(suggestion(ClusterName.self, text) == name)
  }

  @Test(arguments: ["network1", "Net_1.a", "1"])
  func `takes the value of a label for a network's name`(text: String) {
    #expect(read(NetworkName.self, text) == text)
  }

  @Test(arguments: ["", ".a", "a_", "a b", String(repeating: "x", count: 64)])
  func `refuses what no label can have as its value`(text: String) {
    #expect(read(NetworkName.self, text).hasPrefix("✗"))
  }

  @Test(arguments: [("1.30.3", "1.30.3"), ("1.20.0", "1.20.0"), ("0.0.0", "0.0.0")])
  func `takes a version of three numbers`(text: String, version: String) {
    #expect(read(Version.self, text) == version)
  }

  @Test(arguments: [
    "1.30", "v1.30.3", "1.30.3-rc.1", "1.030.3", "1..3", "latest", "", "1.30.99999", "1.30.3.4", "-1.2.3",
  ])
  func `refuses a version that leaves something open`(text: String) {
    #expect(read(Version.self, text).hasPrefix("✗"))
  }

  @Test func `suggests the version without its v, and orders versions by number`() {
    #expect(suggestion(Version.self, "v1.30.3") == "1.30.3")
    #expect(Version(1, 9, 0) < Version(1, 10, 0))
  }

  @Test(arguments: [("3650d", "3650d"), ("10y", "3650d"), ("1d", "1d"), ("100y", "36500d")])
  func `takes a lifetime in whole days or years`(text: String, lifetime: String) {
    #expect(read(Lifetime.self, text) == lifetime)
  }

  @Test(arguments: ["0d", "-1d", "+1d", "101y", "1.5y", "12h", "d", "", "99999999999999999999d", "10 y", "36501d"])
  func `refuses any other lifetime`(text: String) {
    #expect(read(Lifetime.self, text).hasPrefix("✗"))
  }

  @Test(arguments: [("8760h", "365d"), ("3650", "3650d")])
  func `suggests the lifetime in days`(text: String, lifetime: String) {
    #expect(suggestion(Lifetime.self, text) == lifetime)
  }

  @Test(arguments: [
    ("192.0.2.10", "192.0.2.10"), ("0.0.0.0", "0.0.0.0"), ("::", "::"), ("::1", "::1"), ("2001:DB8::1", "2001:db8::1"),
    ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("::ffff:192.0.2.1", "::ffff:c000:201"), ("1::", "1::"),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
  ])
  func `writes addresses as RFC 5952 does`(text: String, address: String) {
    #expect(read(IPAddress.self, text) == address)
  }

  @Test(arguments: [
    "", "1.2.3", "256.0.0.1", "01.2.3.4", "1.2.3.4.5", ":", ":::", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::",
    "::1.2.3", "1.2.3.4::", "fe80::1%eth0", "1:2:3:4:5:6:7:8::",
  ])
  func `refuses what is no address`(text: String) {
    #expect(read(IPAddress.self, text) == "✗ is no IP address")
  }

  @Test(arguments: ["127.0.0.1", "127.9.9.9", "0.0.0.0", "::1", "::", "::ffff:127.0.0.1"])
  func `knows addresses that mean the machine itself`(text: String) throws {
    #expect(try IPAddress(parsing: text).isLocal)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.0.0.0/8"), ("0.0.0.0/0", "0.0.0.0/0"), ("FD00::/48", "fd00::/48"), ("::/0", "::/0"),
  ])
  func `takes a range of addresses`(text: String, range: String) {
    #expect(read(CIDR.self, text) == range)
  }

  @Test(arguments: ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "::/129", "10.0.0.0/8/8", "/8"])
  func `refuses what is no range`(text: String) {
    #expect(read(CIDR.self, text).hasPrefix("✗"))
  }

  @Test func `suggests the range that an address is in, and knows where a range ends`() throws {
    #expect(suggestion(CIDR.self, "10.10.1.1/16") == "10.10.0.0/16")
    #expect(try CIDR(parsing: "10.10.0.0/16").last == IPAddress(parsing: "10.10.255.255").number)
    #expect(try CIDR(parsing: "::/0").last == .max)
  }

  @Test(arguments: [
    ("https://api.example.com:6443", "https://api.example.com:6443"),
    ("HTTPS://API.example.com/", "https://api.example.com"),
    ("https://[2001:DB8::1]:6443", "https://[2001:db8::1]:6443"), ("https://10.0.0.1", "https://10.0.0.1"),
    ("https://rancher.example.com/k8s/clusters/c-1", "https://rancher.example.com/k8s/clusters/c-1"),
    ("http://a", "http://a"),
  ])
  func `takes the URL of an API server`(text: String, server: String) {
    #expect(read(ServerAddress.self, text) == server)
  }

  @Test(arguments: [
    "", "https://", "https://:6443", "https://a:0", "https://a:65536", "https://a:b", "https://user@a", "https://a b",
    "https://2001:db8::1", "https://a?b", "https://a#b", "https://[::1", "https://1.2.3", "://a", "https://a_b",
    "https://a:6443x",
  ])
  func `refuses any other URL`(text: String) {
    #expect(read(ServerAddress.self, text).hasPrefix("✗"))
  }

  @Test func `suggests the scheme that is missing`() {
    #expect(suggestion(ServerAddress.self, "api.example.com:6443") == "https://api.example.com:6443")
  }

  @Test(arguments: ["localhost", "LOCALHOST.", "a.localhost", "localhost.localdomain", "127.0.0.1"])
  func `knows hosts that mean the machine itself`(text: String) throws {
    #expect(try Host(parsing: text).isLocal)
  }

  @Test(arguments: ["cluster.local", "shop.example.com", "a_b-c.d"])
  func `takes a trust domain`(text: String) { #expect(read(TrustDomain.self, text) == text) }

  @Test(arguments: ["", "Shop", "a/b", "spiffe://a", String(repeating: "x", count: 256)])
  func `refuses what is no trust domain`(text: String) { #expect(read(TrustDomain.self, text).hasPrefix("✗")) }

  @Test(arguments: ["admin@east", "arn:aws:eks:eu-west-1:1:cluster/a", "a b", "$(id)"])
  func `takes any name of a context that a shell word can hold`(text: String) {
    #expect(read(ContextName.self, text) == text)
  }

  @Test(arguments: ["", "-x", "--kubeconfig=/tmp/x", "a\nb", "a\u{7F}"])
  func `refuses a context that kubectl would take for something else`(text: String) {
    #expect(read(ContextName.self, text).hasPrefix("✗"))
  }

  @Test(arguments: ["service.beta.kubernetes.io/aws-load-balancer-type", "a", "A_b/c"])
  func `takes the key of an annotation`(text: String) {
    #expect(read(AnnotationKey.self, text).hasPrefix("✗") == (text == "A_b/c"))
  }
}
