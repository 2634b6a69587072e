# Builds target/earpiece.jar and notes it in target/.built. Sourced by ./earpiece after prepare.sh.

install_libraries
install_maven

build() {
  local log=$home/target/build.log began=$SECONDS
  mkdir -p "$home/target"
  exec 9> "$home/target/.lock"
  flock 9
  if [ -e "$built" ] && [ -z "$(newer_sources)" ]; then
    exec 9>&-
    return 1
  fi
  say "building (the first time takes a minute or two)"
  touch "$built.begun"
  if ! (cd "$home" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package) > "$log" 2>&1 9>&-; then
    cat "$log" >&2
    say "could not build, see above"
    exit 1
  fi
  rm -f "$home"/target/*.aot
  mv "$built.begun" "$built"
  say "built in $((SECONDS - began)) s"
  exec 9>&-
}

# In a session of its own: Ctrl+C in the terminal is not for it.
train() {
  setsid nice -n 10 "$home/installer/train.sh" "$JAVA_HOME/bin/java" "$home" "${flags[@]}" \
    > "$home/target/training.log" 2>&1 < /dev/null &
}

if build; then
  train
fi
