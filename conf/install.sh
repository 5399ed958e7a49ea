#!/bin/bash
# Makes this machine (Debian 12 or newer) a mirror, or brings one up to date. Can be run again at any time.
#
#   ./install.sh [--url URL] [--title TITLE] [--campus NETWORKS] [--seedboxes ADDRESSES] [--war FILE]
#   ./install.sh --uninstall [--purge]
#
#   --url        what visitors and clients call it: https://mirror.example.edu; default: http:// and this machine's name
#   --title      the title of the site; default: Seedbed
#   --campus     networks that are yours, comma separated: 192.0.2.0/24, 2001:db8::/32; default: the private ones
#   --seedboxes  addresses of your seed boxes, comma separated
#   --war        default: ../target/seedbed.war, which "mvn package" makes
#
# The first four make the settings of a first installation; later, /etc/seedbed/seedbed.properties is yours to edit.
# --uninstall keeps the settings, the database, the content and what was published; --purge deletes all of it.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=conf/install/database
. "$here/install/database"
# shellcheck source=conf/install/content
. "$here/install/content"
# shellcheck source=conf/install/front
. "$here/install/front"

share=/usr/local/share/seedbed
etc=/etc/seedbed
settings=$etc/seedbed.properties
data=/var/lib/seedbed
authors=seedbed-authors
units=(seedbed.service seedbed-health.service seedbed-health.timer seedbed-restart.service)
packages=(postgresql lighttpd rsync git curl ca-certificates)
mark='Written by install.sh of Seedbed'
changed=''

usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
}

die() {
  echo "seedbed: $*" >&2
  exit 1
}

say() {
  echo "seedbed: $*"
}

systemd_runs() {
  [ -d /run/systemd/system ]
}

# Runs a command as somebody else, who may not be allowed to see the directory that we are in.
as() {
  runuser -u "$1" -- env -C / LC_ALL=C.UTF-8 "${@:2}"
}

# Copies a file unless it is there already, so that a second run changes nothing and restarts nothing.
put() {
  local mode=$1 from=$2 to=$3
  if ! cmp -s "$from" "$to"; then
    install -D -m "$mode" "$from" "$to"
    changed=yes
    say "wrote $to"
  fi
}

# Writes standard input to a file that nobody but the group ever sees.
write() {
  local mode=$1 group=$2 file=$3
  (umask 077 && cat >"$file.new")
  chgrp "$group" "$file.new"
  chmod "$mode" "$file.new"
  mv "$file.new" "$file"
  changed=yes
  say "wrote $file"
}

random() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
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

check_options() {
  local value
  for value in "$url" "$title" "$campus" "$seedboxes"; do
    case $value in
      *$'\n'* | *\\*) die "'$value': expected one line without backslashes" ;;
    esac
  done
  case $url in
    http://?* | https://?*) ;;
    *) die "--url is '$url': expected http://HOST or https://HOST" ;;
  esac
  [ -f "$war" ] || die "--war is '$war': expected the file that \"mvn package\" makes"
}

java_is_recent() {
  local version
  version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') || return 1
  ((${version:-0} >= 17))
}

install_packages() {
  local package missing=()
  for package in "${packages[@]}"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  java_is_recent || missing+=(default-jre-headless)
  if ((${#missing[@]} > 0)); then
    say "installing ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
}

make_accounts() {
  getent group "$authors" >/dev/null || groupadd --system "$authors"
  id seedbed >/dev/null 2>&1 ||
    useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin seedbed
  # Others pass through it: the front server and rsync read the releases as other users.
  [ -d "$data" ] || install -d -m 711 -o seedbed -g seedbed "$data"
}

install_files() {
  local file
  put 644 "$war" "$share/seedbed.war"
  for file in lighttpd/seedbed.conf lighttpd/tls.conf; do
    put 644 "$here/$file" "$share/$file"
  done
  for file in git/pre-receive git/post-receive; do
    put 755 "$here/$file" "$share/$file"
  done
  for file in "${units[@]}"; do
    put 644 "$here/systemd/$file" "/etc/systemd/system/$file"
  done
}

# What Seedbed refuses in new settings stops the installation before any of them is kept.
write_settings() {
  [ ! -e "$settings" ] || return 0
  local draft
  draft=$(mktemp)
  new_settings >"$draft"
  if ! java -jar "$share/seedbed.war" --config "$draft" check "$sample" >/dev/null; then
    rm -f "$draft"
    die 'stopped, because Seedbed does not take what the options say'
  fi
  install -d -m 755 "$etc"
  write 640 seedbed "$settings" <"$draft"
  rm -f "$draft"
}

new_settings() {
  cat <<END
# $mark; yours from now on. All keys and what they mean: conf/seedbed.properties of the distribution.
http.socket            = /run/seedbed/http.socket
data.dir               = $data
db.url                 = jdbc:postgresql://127.0.0.1:$(postgres_port)/seedbed
db.user                = seedbed_owner
db.password            = $(random)
db.tracker.user        = seedbed_tracker
db.tracker.password    = $(random)
db.publisher.user      = seedbed_publisher
db.publisher.password  = $(random)
content.git            = $repository
site.url               = ${url%/}
site.title             = $title
END
  [ -z "$campus" ] || echo "campus.networks        = $campus"
  [ -z "$seedboxes" ] || echo "campus.seedboxes       = $seedboxes"
}

setting() {
  sed -n "s/^$1 *= *//p" "$settings"
}

start_services() {
  local services=(seedbed.service lighttpd.service rsync.service)
  if ! systemd_runs; then
    say "installed, but systemd does not run here; to be started: ${services[*]}"
    return
  fi
  systemctl daemon-reload
  systemctl enable --quiet --now "${services[@]}"
  [ -z "$changed" ] || systemctl restart "${services[@]}"
}

tell_what_is_next() {
  local site
  site=$(setting site.url)
  cat <<END

  the site      $site/
  the console   $site/admin/ - the password: sudo cat $data/admin-token
  the content   git clone ssh://$(uname -n)$repository
                who may push: sudo adduser NAME $authors
  seed boxes    pull rsync://$(uname -n)/rsync/; conf/seedbox/install.sh makes one of another machine
  settings      $settings, then: sudo systemctl restart seedbed
  TLS           $share/lighttpd/tls.conf, to be included in $lighttpd_site
  all well?     systemctl status seedbed; curl $site/readyz

END
}

install_mirror() {
  check_machine
  check_options
  install_packages
  make_accounts
  install_files
  start_postgres
  write_settings
  make_database
  make_repository
  publish_first
  make_push_token
  set_up_lighttpd
  set_up_rsync
  start_services
  tell_what_is_next
}

uninstall_mirror() {
  local unit
  if systemd_runs; then
    systemctl disable --quiet --now "${units[@]}" 2>/dev/null || true
  fi
  for unit in "${units[@]}"; do
    rm -f "/etc/systemd/system/$unit"
  done
  rm -rf "$share"
  leave_lighttpd_and_rsync
  if systemd_runs; then
    systemctl daemon-reload
  fi
  if [ -n "$purge" ]; then
    drop_database
    forget_repository
    rm -rf "$etc" "$data"
    ! id seedbed >/dev/null 2>&1 || userdel seedbed
    ! getent group "$authors" >/dev/null || groupdel "$authors"
    say 'uninstalled, and all that it kept is deleted; the packages of Debian stay'
  else
    say "uninstalled; still there: $etc $data $repository and the database seedbed (--uninstall --purge deletes them)"
  fi
}

# --- what was asked for -----------------------------------------------------------------------------------------

url="http://$(uname -n)" title=Seedbed campus='' seedboxes='' war=$here/../target/seedbed.war
uninstall='' purge=''
while (($# > 0)); do
  case $1 in
    --help) usage && exit ;;
    --uninstall) uninstall=yes ;;
    --purge) purge=yes ;;
    --url | --title | --campus | --seedboxes | --war)
      (($# > 1)) || die "$1: expected a value after it"
      printf -v "${1#--}" '%s' "$2"
      shift
      ;;
    *) die "there is no option '$1'; see $0 --help" ;;
  esac
  shift
done
[ -z "$purge" ] || [ -n "$uninstall" ] || die '--purge goes with --uninstall'
[ "$(id -u)" = 0 ] || die 'install.sh needs root'
if [ -n "$uninstall" ]; then
  uninstall_mirror
else
  install_mirror
fi
