#!/usr/bin/env bash
# Installs the programs that proofs use beyond npm’s packages, where they are absent: promtool (rules and their tests),
# the linter of scripts, what reads the files of machines (systemd and Caddy), and the engines
# that run MySQL schemas and the keys of in-memory stores. Only on Debian and its relatives, as root, with the network; anywhere else it says so and ends well,
# since a proof that cannot run says `not-run` with the reason. Nothing is started.
set -euo pipefail

wanted=()
command -v promtool >/dev/null || wanted+=(prometheus)
command -v shellcheck >/dev/null || wanted+=(shellcheck)
command -v systemd-analyze >/dev/null || wanted+=(systemd)
command -v caddy >/dev/null || wanted+=(caddy)
command -v mariadbd >/dev/null || wanted+=(mariadb-server-core)
command -v redis-server >/dev/null || command -v valkey-server >/dev/null || wanted+=(redis-server)
if ((${#wanted[@]} == 0)); then exit 0; fi
if ! command -v apt-get >/dev/null || [[ $(id -u) != 0 ]]; then
  echo "not installed here: ${wanted[*]}; on Debian, as root: apt-get install ${wanted[*]}" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
# A service that the package brings is not to be started by its installation.
policy=/usr/sbin/policy-rc.d
made=no
if [[ ! -e $policy ]]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  made=yes
fi
if ! { timeout 120 apt-get update -qq && timeout 240 apt-get install -y -qq --no-install-recommends "${wanted[@]}"; } >/dev/null 2>&1; then
  echo "could not be installed: ${wanted[*]}; what they prove will be listed as not run" >&2
fi
if [[ $made == yes ]]; then rm -f "$policy"; fi
