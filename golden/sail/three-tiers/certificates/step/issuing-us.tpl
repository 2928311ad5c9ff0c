{
  "subject": {
    "organization": ["Example Org"],
    "organizationalUnit": ["mesh1"],
    "commonName": "mesh1 Issuing CA us"
  },
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 1
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
