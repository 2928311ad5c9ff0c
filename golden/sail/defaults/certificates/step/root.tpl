{
  "subject": {
    "organization": ["shop"],
    "commonName": "shop Root CA"
  },
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 1
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
