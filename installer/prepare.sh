# Finds or installs what building and running need. Sourced by ./earpiece and ./test; speaks on
# standard error only. Sets JAVA_HOME.

EARPIECE_JDK=25

say() { printf 'earpiece: %s\n' "$*" >&2; }

# The JDK's own word in its file "release"; running java to ask would cost 50 ms at every start.
is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local line version=
  while IFS= read -r line; do
    case $line in JAVA_VERSION=*) version=${line#*\"} ;; esac
  done < "$1/release"
  version=${version%%\"*}
  version=${version%%[.+-]*}
  [ -n "$version" ] && [ "$version" -ge "$EARPIECE_JDK" ] 2> /dev/null
}

find_jdk() {
  local home java
  java=$(command -v java || true)
  [ -z "$java" ] || java=$(readlink -f "$java")
  shopt -s nullglob
  for home in "${JAVA_HOME:-}" "${java%/bin/java}" \
    /usr/lib/jvm/*"$EARPIECE_JDK"* /usr/lib/jvm/* /usr/java/* /usr/local/java/* /usr/local/*jdk* \
    /opt/*jdk* /opt/*java* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && is_jdk "$home"; then
      shopt -u nullglob
      export JAVA_HOME=$home
      return 0
    fi
  done
  shopt -u nullglob
  return 1
}

# Runs apt-get as root, waiting for another that runs; what it says is only shown where it fails.
apt_get() {
  local log sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  log=$(mktemp)
  if "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" > "$log" 2>&1 < /dev/null; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# may_install PACKAGES...: whether we may use apt to install them. Asks once.
may_install() {
  command -v apt-get > /dev/null || return 1
  [ "$(id -u)" != 0 ] || return 0
  command -v sudo > /dev/null && [ -t 0 ] && [ -t 2 ] || return 1
  [ -z "${may_install_answer:-}" ] || { [ "$may_install_answer" = yes ]; return; }
  local answer
  printf 'earpiece: needs %s. Install with sudo apt-get? [Y/n] ' "$*" >&2
  read -r answer || answer=n
  case $answer in
    '' | [yYjJ]*) may_install_answer=yes ;;
    *) may_install_answer=no; return 1 ;;
  esac
}

apt_lists_fresh=
apt_update() {
  [ -z "$apt_lists_fresh" ] || return 0
  apt_lists_fresh=yes
  apt_get update || true
}

apt_has() { apt-cache show --no-all-versions "$1" 2> /dev/null | grep -q '^Filename:'; }

# The first of several package names that this system has.
apt_pick() {
  local name
  for name in "$@"; do
    if apt_has "$name"; then
      printf '%s' "$name"
      return 0
    fi
  done
  return 1
}

apt_install() {
  say "installing $*"
  apt_get install -y --no-install-recommends "$@"
}

# want NAME...: adds the first name that apt has to the list of packages to install.
want() {
  local name
  name=$(apt_pick "$@") || return 1
  packages+=("$name")
}

has_library() {
  local found
  shopt -s nullglob
  found=(/usr/lib/*/"$1"* /lib/*/"$1"* /usr/lib/"$1"* /usr/lib64/"$1"* /usr/local/lib/"$1"*)
  shopt -u nullglob
  [ ${#found[@]} -gt 0 ]
}

# What is missing, in words and as library=packages, of what JavaFX and libpcap load at run time.
LIBRARIES="libpcap.so.=libpcap0.8t64,libpcap0.8
libgtk-3.so.0=libgtk-3-0t64,libgtk-3-0
libpangoft2-1.0.so.0=libpangoft2-1.0-0
libfreetype.so.6=libfreetype6
libXtst.so.6=libxtst6
libXxf86vm.so.1=libxxf86vm1
libGL.so.1=libgl1
libasound.so.2=libasound2t64,libasound2"

install_libraries() {
  local line names missing=() packages=()
  while IFS= read -r line; do
    has_library "${line%%=*}" || missing+=("${line#*=}")
  done <<< "$LIBRARIES"
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! may_install "${missing[@]##*,}"; then
    say "these libraries are missing; the window or capturing may not work without: ${missing[*]##*,}"
    return 0
  fi
  apt_pick "${missing[0]##*,}" > /dev/null || apt_update
  for line in "${missing[@]}"; do
    IFS=, read -ra names <<< "$line"
    want "${names[@]}" || say "no package here of ${names[*]}"
  done
  [ ${#packages[@]} -eq 0 ] || apt_install "${packages[@]}" || say "could not install ${packages[*]}"
}

install_jdk() {
  local packages=()
  if may_install "a JDK $EARPIECE_JDK"; then
    apt_has "openjdk-$EARPIECE_JDK-jdk" || apt_update
    if want "openjdk-$EARPIECE_JDK-jdk" "temurin-$EARPIECE_JDK-jdk" "zulu$EARPIECE_JDK-jdk"; then
      apt_install "${packages[@]}" && find_jdk && return 0
    fi
  fi
  say "needs a JDK $EARPIECE_JDK: install the package openjdk-$EARPIECE_JDK-jdk, or unpack any JDK $EARPIECE_JDK into /opt or set JAVA_HOME to it"
  exit 1
}

install_maven() {
  command -v mvn > /dev/null && return 0
  if may_install maven; then
    apt_has maven || apt_update
    apt_install maven && return 0
  fi
  say "needs Maven to build: install the package maven"
  exit 1
}
