# The launcher's short way to say which units a change affects: from a map of what each plain source file reaches, which the host left when it
# last answered that. Sourced by unchanged.sh.
#
# The map's answer is the host's as long as nothing else has changed: neither another kind of file, nor a file that is new or gone, nor what
# lies outside of the repository or is ignored. Whatever is in doubt starts the host, which leaves a new map.

# Ends the launcher where the map answers. Otherwise it tells the host where to leave one.
slipway_affected() {
  local argument reference="" asked="" platform="" key map
  for argument in "$@"; do
    case $argument in
      --target=Affected) asked=yes ;;
      # Said twice is for the host to refuse.
      --since=?*) [ -z "$reference" ] || return 0; reference=${argument#--since=} ;;
      --platform=?*) [ -z "$platform" ] || return 0; platform=${argument#--platform=} ;;
      *) return 0 ;;
    esac
  done
  [ -n "$asked" ] && [ -n "$reference" ] || return 0
  slipway_key "$platform"
  map="$SLIPWAY_ROOT/artifacts/stamps/$key.affected"
  export SLIPWAY_AFFECTED="$map"
  [ -f "$map" ] && [ -f "$map.watch" ] || return 0
  (slipway_answer "$map" "$reference") 2>/dev/null && exit 0 || return 0
}

# Which units, or failure. Nothing is said before the answer is whole.
slipway_answer() {
  local map=$1 reference=$2 state root prefix commit base answer unseen digest whole
  { IFS= read -r state && IFS= read -r root && IFS= read -r prefix && IFS= read -r commit; } <"$map" || return 1
  # What lies outside of the repository, and what is new or ignored, is looked for while git compares those that it knows.
  exec 5< <(slipway_look "$map.watch")
  cd "$root" || return 1
  unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_NAMESPACE GIT_LITERAL_PATHSPECS
  export LC_ALL=C GIT_OPTIONAL_LOCKS=0
  # Nor does it compare what it was told not to look at, and what lies in a submodule.
  exec 6< <(set -o pipefail; "${slipway_git[@]}" ls-files -s -v | { grep -m 1 -v '^H 1[02]' || true; } && echo none)
  answer=$({
    base=$("${slipway_git[@]}" merge-base --end-of-options "$reference" HEAD) || exit 1
    [ "$base" = "$commit" ] || "${slipway_git[@]}" diff --raw --no-abbrev --no-renames --no-ext-diff "$commit" "$base" -- "./$prefix" || exit 1
    echo "since $base"
    "${slipway_git[@]}" diff --raw --no-abbrev --no-renames --no-ext-diff "$base" -- "./$prefix" || exit 1
    echo end
  } | awk -F '\t' -v since="$reference" -v prefix="$prefix" "$slipway_affected_program" "$map" -) || return 1
  { IFS= read -r unseen && [ "$unseen" = none ]; } <&6 && slipway_read <&5 && [ "$digest" = "$state" ] || return 1
  printf '%s\n' "$answer"
}

# Reads the map, the files that differ between its commit and the base, and those that differ between the base and now.
slipway_affected_program='
FNR == NR {
  if ($1 == "units") total = $2
  else if ($1 == "unit") { class = $2; reach[class] = reach[class] $3 "\t" $4 "\n"; if (length($3) > 0) order[$3] = $5 + 0 }
  else if ($1 == "file") classOf[$3] = $2
  next
}
/^since / { base = substr($0, 7); next }
/^end$/ { whole = 1; next }
{
  path = $2
  if (NF != 2 || substr(path, 1, length(prefix)) != prefix) doubt = 1
  path = substr(path, length(prefix) + 1)
  split($1, modes, " ")
  if (":" substr(modes[1], 2) != ":" modes[2] || modes[5] != "M" || !(path in classOf)) doubt = 1
  if (doubt) exit 1
  if (base == "") next
  count = split(reach[classOf[path]], lines, "\n")
  for (line = 1; line < count; line++) {
    split(lines[line], parts, "\t")
    unit = parts[1]
    changes[unit]++
    if (changes[unit] == 1 || path < first[unit]) { first[unit] = path; way[unit] = parts[2] }
  }
}
END {
  if (doubt || !whole) exit 1
  for (unit in changes) { affected++; at[order[unit]] = unit; if (length(unit) > width) width = length(unit) }
  printf "Affected since %s (at %s): %d of %d units\n", since, substr(base, 1, 10), affected, total
  for (place = 1; place <= total; place++) {
    if (!(place in at)) continue
    unit = at[place]
    more = changes[unit] > 1 ? ", and " (changes[unit] - 1) " more" : ""
    printf "  %-" width "s  %s%s%s\n", unit, first[unit], way[unit], more
  }
}'

slipway_affected "$@"
