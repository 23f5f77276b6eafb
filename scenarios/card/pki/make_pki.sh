#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Makes the keys and certificates of the invented holders of our My Number Cards.
#
# NOTHING HERE IS REAL. The certificate authorities are called JPKI-TEST-TAPBENCH, the policies are
# those of the test arc, the municipality is "Fictitious City", the people and their addresses do
# not exist, and the private keys lie open in this folder: they protect nothing and prove nothing.
# No system that checks real certificates accepts any of them.
#
#     ./make_pki.sh          makes certificates anew; keys that are here already are kept
#     ./make_pki.sh --keys   makes new keys as well
#
# Needs `openssl`, nothing else, and writes only into its own folder. The certificates are of fixed
# dates and serial numbers, so that a rerun with the same keys gives the same bytes.
set -eu
cd "$(dirname "$0")"
[ "${1:-}" != --keys ] || rm -f ./*_key.pem
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

note='Synthetic key of an invented card of tapbench. It protects nothing.'

key() {
    [ -e "$1_key.pem" ] && return
    { echo "$note"; openssl genrsa 2048 2>/dev/null; } > "$1_key.pem"
}

# The profile of my-number-card.md 6. otherName takes FORMAT:UTF8,UTF8: or text is encoded twice,
# and a dirName nothing but ASCII.
config() {
    cat <<END
[ca]
default_ca = issuer
[issuer]
database = $work/index.txt
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = anything
unique_subject = no
string_mask = utf8only
[anything]
countryName = optional
organizationName = optional
organizationalUnitName = optional
localityName = optional
commonName = supplied
[req]
distinguished_name = asked
string_mask = utf8only
[asked]
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[auth]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
certificatePolicies = 1.2.392.200149.8.5.1.3.30
issuerAltName = dirName:agency
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[sign]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, nonRepudiation
certificatePolicies = 1.2.392.200149.8.5.1.0.20
issuerAltName = dirName:agency
subjectAltName = @holder
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[agency]
C = JP
O = JPKI-TEST-TAPBENCH public key authentication of invented people
[holder]
otherName.1 = 1.2.392.200149.8.5.5.1;FORMAT:UTF8,UTF8:$name
otherName.2 = 1.2.392.200149.8.5.5.4;FORMAT:UTF8,UTF8:$birth
otherName.3 = 1.2.392.200149.8.5.5.3;FORMAT:UTF8,UTF8:$sex
otherName.4 = 1.2.392.200149.8.5.5.5;FORMAT:UTF8,UTF8:$address
otherName.5 = 1.2.392.200149.8.5.5.2;FORMAT:UTF8,UTF8:$name_flags
otherName.6 = 1.2.392.200149.8.5.5.6;FORMAT:UTF8,UTF8:$address_flags
END
}

# certificate NAME SECTION SUBJECT SERIAL FROM TO [AUTHORITY]: signed by itself without the last.
certificate() {
    key "$1"
    config > "$work/config"
    : > "$work/index.txt"
    echo "$4" > "$work/serial"
    openssl req -new -utf8 -config "$work/config" -key "$1_key.pem" -subj "$3" -out "$work/request"
    if [ -n "${7:-}" ]; then
        issuer="-cert $7.pem -keyfile $7_key.pem"
    else
        issuer="-selfsign -keyfile $1_key.pem"
    fi
    # shellcheck disable=SC2086
    openssl ca -batch -notext -utf8 -preserveDN -config "$work/config" -extensions "$2" $issuer \
        -in "$work/request" -startdate "$5" -enddate "$6" -out "$1.pem" 2>"$work/log" ||
        { cat "$work/log" >&2; exit 1; }
}

# person NAME CODE: both certificates where `sign_to` is set, else authentication alone.
person() {
    certificate "$1_auth" auth "/C=JP/O=JPKI-TEST-TAPBENCH/CN=$2A" "$auth_serial" \
        "$from" "$to" auth_ca
    [ -z "$sign_serial" ] || certificate "$1_sign" sign \
        "/C=JP/L=Fictitious City/CN=$2S" "$sign_serial" "$from" "$to" sign_ca
}

name=- birth=- sex=- address=- name_flags=- address_flags=-
root='/C=JP/O=JPKI-TEST-TAPBENCH'
agency='Fictitious Agency of tapbench'
certificate auth_ca authority "$root/OU=JPKI-TEST for user authentication/CN=$agency" \
    01 20240101000000Z 20331231235959Z
certificate sign_ca authority "$root/OU=JPKI-TEST for digital signature/CN=$agency" \
    02 20240101000000Z 20331231235959Z

# The adult of my_number.yaml.
name='架空　花子' birth=319880615 sex=2 address='群馬県前橋市架空町一丁目２番３号'
name_flags=00000 address_flags=0000000000000000
auth_serial=7A01 sign_serial=7B01 from=20260401000000Z to=20300615145959Z
person adult 999900000000001

# The child of my_number_child.yaml, under 15: no signature certificate.
auth_serial=7A02 sign_serial='' from=20260401000000Z to=20310509145959Z
person child 999900000000002

key record         # signs the records in text and visual application
key record_issuer  # certifies that key
key internal       # answers INTERNAL AUTHENTICATE
