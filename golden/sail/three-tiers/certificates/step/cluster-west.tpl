{
  "subject": {
    "organization": ["Example Org"],
    "organizationalUnit": ["mesh1"],
    "locality": ["west"],
    "commonName": "mesh1 Cluster CA west"
  },
  "dnsNames": ["istiod.istio-system.svc"],
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 0
  },
  "nameConstraints": {
    "critical": true,
    "permittedDNSDomains": ["svc"]
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
