{
  "subject": {
    "organization": ["mesh1"],
    "locality": ["east"],
    "commonName": "mesh1 Cluster CA east"
  },
  "dnsNames": ["istiod.istio-system.svc"],
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 0
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
