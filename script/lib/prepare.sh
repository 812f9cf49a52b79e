# Sourced by the other scripts: messages, what a build needs, and the release build.
# It works from any folder and through symbolic links, with the bash 3.2 of macOS too. Everything that is said goes to
# standard error, and no command reads standard input: both belong to the program that a script runs.
unset CDPATH
root=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")
lever=$root/.build/release/lever
swift_sources=(Package.swift Sources Tests Benchmarks)

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "error: $*"
  exit 1
}

# After this, everything that a build needs is there; otherwise the script has ended with a sentence that says what to do.
prepare() {
  require_swift
  has_libedit || install_libedit
  has_cmark || install_cmark
}

require_swift() {
  local advice='Get it from https://www.swift.org/install and put its folder on the PATH.' answer version
  command -v swift >/dev/null || fail "Lever needs Swift 6.3 or newer, and there is no \`swift\` on the PATH. $advice"
  answer=$(swift --version 2>/dev/null </dev/null) || fail "Lever needs Swift 6.3, and \`swift --version\` fails. $advice"
  version=$(sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' <<<"$answer" | head -n 1)
  [[ -n $version ]] || fail "Lever needs Swift 6.3, and \`swift --version\` tells no version. $advice"
  if ((${version%.*} * 1000 + ${version#*.} < 6003)); then
    fail "Lever needs Swift 6.3 or newer, and the \`swift\` on the PATH is $version. $advice"
  fi
}

has_libedit() {
  local headers=/usr/include
  # macOS keeps the headers of its own libedit in the developer tools.
  if [[ $(uname) == Darwin ]]; then headers=$(xcrun --show-sdk-path 2>/dev/null)/usr/include; fi
  pkg-config --exists libedit 2>/dev/null || [[ -e $headers/histedit.h ]]
}

install_libedit() {
  if command -v apt-get >/dev/null; then
    # Its dependencies bring what a static executable takes from ncurses, libbsd and libmd.
    install_with_apt libedit-dev pkg-config
  elif command -v brew >/dev/null; then
    say 'Installing libedit and pkgconf with brew, because Lever edits lines with libedit.'
    brew install libedit pkgconf >&2 </dev/null || fail 'brew could not install libedit and pkgconf; see above.'
  else
    fail 'Lever needs libedit, and there is neither apt-get nor brew to install it with. Install libedit with its' \
      'headers and static library, and pkg-config, by the means of this system.'
  fi
}

has_cmark() { pkg-config --exists libcmark-gfm 2>/dev/null; }

install_cmark() {
  if command -v apt-get >/dev/null; then
    install_with_apt libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config
  elif command -v brew >/dev/null; then
    say 'Installing cmark-gfm and pkgconf with brew, because Lever reads the prose of lessons with cmark-gfm.'
    brew install cmark-gfm pkgconf >&2 </dev/null || fail 'brew could not install cmark-gfm and pkgconf; see above.'
  else
    fail 'Lever needs cmark-gfm, and there is neither apt-get nor brew to install it with. Install cmark-gfm with its' \
      'headers and static libraries, and pkg-config, by the means of this system.'
  fi
}

install_with_apt() {
  local packages="$*"
  if [[ $(id -u) == 0 ]]; then
    say "Installing what is missing with apt-get: $packages."
  elif command -v sudo >/dev/null; then
    say "Installing what is missing with sudo apt-get: $packages."
  else
    fail "$packages is missing, and there is no sudo to install it with. As root, run: apt-get install $packages"
  fi
  if (($(LC_ALL=C apt-cache policy "$@" 2>/dev/null | grep -c 'Candidate: [^(]') < $#)); then
    say 'The list of packages is missing, so it is fetched first.'
    apt_get update || fail "the list of packages could not be fetched; see above. Without it $packages is not found."
  fi
  # A list that is out of date names files that are gone: fetch it and try once more.
  apt_get install -y --no-install-recommends "$@" ||
    { apt_get update && apt_get install -y --no-install-recommends "$@"; } ||
    fail "apt-get could not install $packages; see above. It needs a network, and root or sudo."
}

apt_get() {
  local command=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=60 "$@")
  if [[ $(id -u) != 0 ]]; then command=(sudo "${command[@]}"); fi
  "${command[@]}" >&2 </dev/null
}

# Builds the release executable when the sources are not those that it was built from, and is silent unless that fails.
# The contents are compared, not the times, so that nothing is ever missed; an executable that was built by hand since
# the fingerprint was kept counts as unknown.
build_release() {
  local kept=$root/.build/release-sources now output
  now=$(fingerprint)
  if [[ -x $lever && $kept -nt $lever && $(<"$kept") == "$now" ]]; then return; fi
  prepare
  if [[ -t 2 ]]; then say 'Building lever (release)…'; fi
  if ! output=$(cd -- "$root" && swift build -c release --product lever --scratch-path .build 2>&1 </dev/null); then
    say "$output"
    fail 'lever could not be built; see above.'
  fi
  printf '%s\n' "$now" >"$kept"
}

# A line that changes whenever a file that the build reads is changed, added, moved or removed.
fingerprint() {
  (cd -- "$root" && find Package.swift Sources -type f -exec cksum {} + | LC_ALL=C sort | cksum)
}
