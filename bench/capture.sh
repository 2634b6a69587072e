# What bench/run, bench/where and bench/window share; sourced by them. Sets home, work and JAVA_HOME.
home=$(cd -P "$(dirname "$(readlink -f "$0")")/.." && pwd)
"$home/earpiece" --help > /dev/null
source "$home/installer/prepare.sh"
find_jdk
work=$home/target/bench
mkdir -p "$work"

# After a build the start-up caches are made in the background: figures without them are not the product's.
await_training() {
  local i
  for ((i = 0; i < 240; i++)); do
    [ ! "$home/target/window.aot" -nt "$home/target/earpiece.jar" ] || return 0
    sleep 1
  done
  say "no start-up caches: see target/training.log"
}

# capture_of CALLS: makes a capture where there is none yet and sets file to it. By ../shared/tools/make-capture
# (or EARPIECE_SHARED) where that is, else ten minutes of the demonstration network.
capture_of() {
  local calls=$1 maker=${EARPIECE_SHARED:-$home/../shared}/tools/make-capture
  if [ -x "$maker" ]; then
    file=$work/calls-$calls.pcap
    [ -e "$file" ] || "$maker" "$file" --calls "$calls" --cps $((calls < 40 ? 1 : calls / 40)) --talk 50 \
      --loss 0.005 --jitter-ms 3 --noise 0.02 > /dev/null
  else
    file=$work/demo.pcapng
    [ -e "$file" ] || "$JAVA_HOME/bin/java" -cp "$home/target/earpiece.jar" "$home/bench/DemoCapture.java" "$file" 600
  fi
}

# Into the page cache; what is measured is not the disk.
warm() { cat "$1" > /dev/null; }

describe_machine() {
  printf '%s, %s, load %s\n' "$(nproc) processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1))" \
    "$(uname -sr)" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
}
