#!/bin/bash
# Makes this machine (Debian 12 or newer) a seed box, or brings one up to date. Can be run again at any time.
#
#   ./install.sh [--dry-run] [SEEDBOX.CONF]     with these settings, or those of an earlier installation
#   ./install.sh [--dry-run] --uninstall        keeps the settings, the data and the user
#
# --dry-run only says what would be done.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=conf/seedbox/lib/settings
. "$here/lib/settings"

units=(seedbox-rules.service seedbox.service seedbox-pull.service seedbox-pull.timer)
enabled=(seedbox-rules.service seedbox.service seedbox-pull.timer)
lib=/usr/local/lib/seedbox
settings=/etc/seedbox/seedbox.conf
dry=''

usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

# Runs a command, or only says it.
act() {
  if [ -n "$dry" ]; then
    echo "would run: $*"
  else
    "$@"
  fi
}

systemd_runs() {
  [ -d /run/systemd/system ]
}

check_machine() {
  local id version
  # shellcheck source=/dev/null
  read -r id version < <(. /etc/os-release && echo "$ID ${VERSION_ID:-999}")
  # Debian's testing has no number yet.
  if [ "$id" != debian ] || ((version < 12)); then
    die "expected Debian 12 or newer, this is $id $version"
  fi
}

install_packages() {
  local package missing=() packages=(rtorrent rsync socat)
  case $firewall in
    nft) packages+=(nftables) ;;
    iptables) packages+=(iptables) ;;
  esac
  for package in "${packages[@]}"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if ((${#missing[@]} > 0)); then
    act apt-get update -qq
    act env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
}

make_user() {
  if ! id torrent >/dev/null 2>&1; then
    act useradd --system --user-group --home-dir /var/lib/seedbox --no-create-home --shell /usr/sbin/nologin torrent
  fi
}

make_directories() {
  local directory
  for directory in /var/lib/seedbox /var/lib/seedbox/{watch,session,gone} /srv/seedbox; do
    act install -d -m 755 -o torrent -g torrent "$directory"
  done
}

install_files() {
  local file
  act install -d -m 755 "$lib" /etc/seedbox
  for file in "$here"/lib/*; do
    act install -m 755 "$file" "$lib/"
  done
  act install -m 644 "$here/rtorrent.rc" "$lib/rtorrent.rc"
  act install -m 755 "$here/seedbox" /usr/local/sbin/seedbox
  for file in "${units[@]}"; do
    act install -m 644 "$here/systemd/$file" "/etc/systemd/system/$file"
  done
  [ "$1" -ef "$settings" ] || act install -m 644 "$1" "$settings"
}

start() {
  if systemd_runs; then
    act systemctl daemon-reload
    act systemctl enable "${enabled[@]}"
    act systemctl restart "${enabled[@]}"
    echo "seedbox: runs; look at it with: seedbox status"
  else
    echo "seedbox: installed, but systemd does not run here; to be started: ${enabled[*]}"
  fi
}

install_box() {
  local config=$settings
  if [ $# -gt 0 ]; then
    config=$1
  elif [ ! -e "$settings" ]; then
    die "which settings? Fill in a copy of $here/seedbox.conf and run: $0 COPY"
  fi
  read_settings "$config"
  check_machine
  install_packages
  make_user
  make_directories
  install_files "$config"
  start
}

uninstall_box() {
  local unit
  if systemd_runs; then
    act systemctl disable --now "${enabled[@]}"
  fi
  if [ -e "$lib/rules" ]; then
    act "$lib/rules" unload
  fi
  for unit in "${units[@]}"; do
    act rm -f "/etc/systemd/system/$unit"
  done
  act rm -rf "$lib" /usr/local/sbin/seedbox
  if systemd_runs; then
    act systemctl daemon-reload
  fi
  echo "seedbox: uninstalled; still there: /etc/seedbox /var/lib/seedbox /srv/seedbox and the user torrent"
}

uninstall=''
config=()
for argument in "$@"; do
  case $argument in
    --dry-run) dry=yes ;;
    --uninstall) uninstall=yes ;;
    -*) usage ;;
    *) config+=("$argument") ;;
  esac
done
((${#config[@]} <= 1)) || usage
[ "$(id -u)" = 0 ] || die 'install.sh needs root'
if [ -n "$uninstall" ]; then
  uninstall_box
else
  install_box "${config[@]}"
fi
