{
  "subject": {
    "organization": ["mesh1"],
    "commonName": "mesh1 Root CA"
  },
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 2
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
