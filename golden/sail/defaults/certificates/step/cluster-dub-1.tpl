{
  "subject": {
    "organization": ["shop"],
    "locality": ["dub-1"],
    "commonName": "shop Cluster CA dub-1"
  },
  "dnsNames": ["istiod.istio-system.svc"],
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 0
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
