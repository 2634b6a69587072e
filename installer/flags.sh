# The virtual machine's options, for ./earpiece, training and measuring alike; a start-up cache is only used with the
# options it was made with. Sourced. Sets flags.

flags=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
# What the virtual machine has to say must not get into the answer.
flags+=(-Xlog:disable)
# Few pages touched, and large ones: a page's first touch is dear, most of all in virtual machines. RTP leaves nothing
# on the heap, so a small nursery that stays in the processor's cache does; docs/performance.md has figures.
flags+=(-XX:+UseSerialGC -Xmn16m -XX:+UseTransparentHugePages)
flags+=(-XX:+UnlockDiagnosticVMOptions -XX:+IgnoreUnrecognizedVMOptions -XX:ArchiveRelocationMode=0)
# The index of the packets lies outside the heap: it may take three quarters of the memory, 26 bytes a packet. The
# virtual machine would stop it at the size of the heap, with some ten million packets.
if [ -r /proc/meminfo ]; then
  while read -r key kilobytes _; do
    if [ "$key" = MemTotal: ]; then flags+=("-XX:MaxDirectMemorySize=$((kilobytes / 4 * 3))k"); fi
  done < /proc/meminfo
fi
# What runs for every packet is called a hundred thousand times soon, and is worth the optimising compiler; it used
# to spend a third of its time on what is not. Ten times the usual thresholds.
flags+=(-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000)
flags+=(-XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000)
export GLIBC_TUNABLES=${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}
