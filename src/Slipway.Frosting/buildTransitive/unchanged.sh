# The launcher's short way: where nothing has changed since a run that only replayed, that run's word stands and no host is started.
#
# Sourced by build.sh in front of the host, with the command line as its arguments. It lies beside the host, so it is always of the
# host's own version. Run as a program with a watch list as its argument, it prints the digest of everything that the list names: so the
# host asks, at the end of a run, whether the state that the run began with is still there.
#
# A watch list has lines of five kinds: "git FOLDER" (a work tree), "tree FOLDER" and "path FILE" (as the file system has them, bytes not
# read), "absent PATH" (nothing may lie there), and "variable NAME" (one that the platform declares or a project file names). Whatever fails or is in doubt gives no digest, and without one the host is started.
# Works with bash 3.2, and with the tools of GNU and of BSD.

slipway_digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }

# The variables that Slipway, the .NET SDK, NuGet, npm, git or a CI service may read. Their values go into a digest and nowhere else.
slipway_variables() {
  local name
  for name in $(compgen -e); do
    case $name in
      SLIPWAY_ROOT | SLIPWAY_WATCH | SLIPWAY_STATE | SLIPWAY_AFFECTED | SLIPWAY_CHILD_OF) ;;
      SLIPWAY_* | Slipway* | CI | CI_* | GITHUB_* | GITLAB_* | TF_BUILD | BUILD_* | SYSTEM_* | DOTNET_* | DOTNETCLI_* | MSBUILD* | MSBuild* | NUGET_* | \
        NuGet* | NPM_* | npm_* | NODE_* | GIT_* | HOME | XDG_CACHE_HOME | XDG_CONFIG_HOME | XDG_DATA_HOME)
        printf '%s=%s\n' "$name" "${!name}" ;;
    esac
  done
}

slipway_git() { git -c core.fsmonitor=false -c core.quotepath=false "$@"; }

# What git says of a work tree: its commit and tags, what is ignored by name, and the bytes of everything that no commit has.
slipway_work_tree() {
  local said entry path mode unseen
  local -a files
  files=()
  cd "$1" || return 1
  slipway_git show-ref --head --tags || return 1
  # What git was told not to look at is more than this can see. What the index holds beyond the commit is in the work tree too, and read below.
  unseen=$(slipway_git ls-files -v | { grep -m 1 -v '^H ' || true; }) && [ -z "$unseen" ] || return 1
  # One walk for what has changed, what is new and what is ignored.
  said=$(slipway_git status --porcelain --no-renames --untracked-files=all --ignored=matching) || return 1
  [ -n "$said" ] || return 0
  printf '%s\n' "$said"
  while IFS= read -r entry; do
    path=${entry:3}
    # A repository of its own, and what git escapes: nothing that is worth a second way of reading.
    case $path in *\\* | */) return 1 ;; esac
    path=${path#\"}
    path=${path%\"}
    if [ -L "$path" ]; then
      printf 'link %s ' "$path" && readlink "./$path" || return 1
    elif [ -f "$path" ]; then
      mode=file
      [ ! -x "$path" ] || mode=program
      printf '%s %s\n' "$mode" "$path"
      files[${#files[@]}]="./$path"
    elif [ -e "$path" ]; then
      return 1
    else
      printf 'gone %s\n' "$path"
    fi
  done < <(grep -v '^!! ' <<<"$said")
  [ ${#files[@]} -eq 0 ] || cat "${files[@]}" || return 1
  # Where one file ends and the next begins.
  [ ${#files[@]} -eq 0 ] || wc -c "${files[@]}"
}

# Inode, size, mode, when any of this or the content was last changed, and where it leads, of everything that comes on the standard input, one a
# line, links followed. Whoever changes a name changes the folder that holds it, or the list.
slipway_stat() {
  case $OSTYPE in
    linux-gnu*) tr '\n' '\0' | xargs -0 sh -c 'find -H "$0" "$@" '"$1"' -printf "%i %s %m %C@ %l\n"' ;;
    darwin* | freebsd*) tr '\n' '\0' | xargs -0 sh -c 'find -H "$0" "$@" '"$1"' -exec stat -f "%N %i %z %p %Fc %Y" {} +' ;;
    *) return 1 ;;
  esac
}

slipway_lines() { sed -n "s/^$2 //p" "$1"; }

# Of the trees of a watch list, those with even or with odd numbers.
slipway_trees() { awk '$1 == "tree" && NR % 2 == '"$2"' { print substr($0, 6) }' "$1" | slipway_stat "" | slipway_digest || echo doubt; }

# What there is of paths that come on the standard input.
slipway_existing() { tr '\n' '\0' | xargs -0 sh -c 'find -H "$0" "$@" -maxdepth 0 2>/dev/null'; }

# MSBuild does not tell names apart by case.
slipway_named() {
  local name
  for name in $(compgen -e | grep -ixF -f <(slipway_lines "$1" variable)); do printf '%s=%s\n' "$name" "${!name}"; done
}

slipway_state() (
  set +e -o pipefail
  slipway_variables || return 1
  unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_NAMESPACE GIT_LITERAL_PATHSPECS
  export LC_ALL=C GIT_OPTIONAL_LOCKS=0
  slipway_named "$1" || return 1
  # These look at thousands of files while git does the same.
  exec 3< <(slipway_trees "$1" 0) 5< <(slipway_trees "$1" 1)
  # Some permissions end on a day.
  date -u +%Y-%m-%d || return 1
  cat "$1" || return 1
  [ -z "$(slipway_lines "$1" absent | slipway_existing)" ] || return 1
  while IFS= read -r root; do (slipway_work_tree "$root") || return 1; done < <(slipway_lines "$1" git)
  { slipway_lines "$1" path; type -P dotnet git node npm || true; } | slipway_stat "-maxdepth 0" || return 1
  trees="$(cat <&3) $(cat <&5)"
  case $trees in ' '* | *' ' | *doubt*) return 1 ;; esac
  printf '%s\n' "$trees"
)

# The digest of the state that a watch list names, or nothing.
slipway_state_digest() {
  local digest
  digest=$(set -o pipefail; slipway_state "$1" 2>/dev/null | slipway_digest) && echo "${digest%% *}" || true
}

# Ends the launcher where the last run's word stands. Otherwise it tells the host where to leave a stamp, and in which state the run begins.
slipway_unchanged() {
  local key expected summary
  key=$(printf '%s\0' "${host##*/}" "$PWD" "$@" | slipway_digest)
  export SLIPWAY_WATCH="$SLIPWAY_ROOT/artifacts/stamps/${key:0:16}.watch" SLIPWAY_STATE=""
  [ -f "$SLIPWAY_WATCH" ] || return 0
  SLIPWAY_STATE=$(slipway_state_digest "$SLIPWAY_WATCH")
  [ -n "$SLIPWAY_STATE" ] && [ -f "${SLIPWAY_WATCH%.watch}.stamp" ] || return 0
  # The run's own summary becomes the newest one again, for whoever asks how the last run went.
  { IFS= read -r expected && IFS= read -r summary && [ "$expected" = "$SLIPWAY_STATE" ] && [ -f "$summary" ] && touch "$summary" && cat; } \
    <"${SLIPWAY_WATCH%.watch}.stamp" && exit 0 || return 0
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  slipway_state_digest "$1"
else
  if [ -f "$host/affected.sh" ]; then . "$host/affected.sh"; fi
  slipway_unchanged "$@"
fi
