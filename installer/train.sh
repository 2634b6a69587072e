#!/usr/bin/env bash
# Makes the caches that let Earpiece start in half the time: one for commands, one for the window. They hold loaded
# and linked classes, and what is known of the methods that ran often, which are then compiled at once. Each comes
# from a run of the program on its demonstration network. Run by build.sh, in the background; without the caches
# everything works, only slower.
#
#   train.sh JAVA HOME FLAG...
set -u
java=$1 home=$2
shift 2
# Seconds of the demonstration network: enough packets that all that is hot in a large file is hot here.
SECONDS_LONG=240
work=$(mktemp -d "$home/target/training.XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work HOME=$work

earpiece() { "$java" "${flags[@]}" -cp "$home/target/earpiece.jar" org.earpiece.Main "$@"; }

keep() { [ ! -s "$work/$1" ] || mv "$work/$1" "$home/target/$1"; }

"$java" "$@" -cp "$home/target/earpiece.jar" "$home/bench/DemoCapture.java" "$work/demo.pcapng" "$SECONDS_LONG"
flags=("$@" "-XX:AOTCacheOutput=$work/commands.aot")
earpiece calls "$work/demo.pcapng"
keep commands.aot

# The window ends by SIGTERM; "timeout" sends it to the process it starts.
DISPLAY=:headless timeout -s TERM 20 "$java" "$@" "-XX:AOTCacheOutput=$work/window.aot" \
  -Dglass.platform=Headless -Dprism.order=sw -cp "$home/target/earpiece.jar" org.earpiece.Main demo
keep window.aot
