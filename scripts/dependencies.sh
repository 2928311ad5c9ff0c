#!/bin/sh
# Installs what the build needs and the machine lacks: libyaml's headers, pkg-config, and PyYAML for one of the tests.
# With `tests`, the certificate tools, too, that tests carry ceremonies out with, openssl and Python's cryptography, which
# judge what they issue, and git, which merges outputs.
set -eu

missing=''
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
pkg-config --exists yaml-0.1 2>/dev/null || missing="$missing libyaml-dev"
python3 -c 'import yaml' 2>/dev/null || missing="$missing python3-yaml"
if [ "${1:-}" = tests ]; then
  command -v certtool >/dev/null 2>&1 || missing="$missing gnutls-bin"
  command -v cfssljson >/dev/null 2>&1 || missing="$missing golang-cfssl"
  python3 -c 'import cryptography' 2>/dev/null || missing="$missing python3-cryptography"
  command -v git >/dev/null 2>&1 || missing="$missing git"
  command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "These are missing, and there is no apt-get to install them with:$missing" >&2
  exit 1
fi
echo "Installing what is missing:$missing"
root=''
[ "$(id -u)" -eq 0 ] || root=sudo
$root apt-get update -q
# shellcheck disable=SC2086 # a list of words
$root apt-get install -y -q --no-install-recommends $missing
