{
  "subject": {
    "organization": ["shop"],
    "locality": ["fra-2"],
    "commonName": "shop Cluster CA fra-2"
  },
  "dnsNames": ["istiod.istio-system.svc"],
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 0
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
