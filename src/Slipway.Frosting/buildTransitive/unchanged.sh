# The launcher's short way: where nothing has changed since a run that only replayed, that run's word stands and no host is started.
#
# Sourced by build.sh in front of the host, with the command line as its arguments. It lies beside the host, so it is always of the
# host's own version. Run as a program with a watch list as its argument, it prints the digest of everything that the list names: so the
# host asks, at the end of a run, whether the state that the run began with is still there. With "keep" behind the list it keeps what git finds.
#
# A watch list has six parts, each of lines and ended by a zero byte: a folder, from which relative paths are told; work trees of git; paths where
# nothing may lie; names of variables (those that the platform declares or a project file names); paths that count by themselves; and trees,
# which count with everything below them. Where there are work trees, files beside it name thousands of paths more, which bash would take long
# to read: four of one length (.1 to .4), which are looked at at once, and one of the folders that git would walk through and of whatever else
# says what it does not list (.walk). Each begins with the folder that its paths are told from, and each path ends
# with a zero byte. What git found on its last walk, and in which state of all those, is in the last file (.found).
#
# Of paths and trees the file system's account counts, and no bytes are read. Whatever fails or is in doubt gives no digest, and without one the
# host is started. Works with bash 3.2, and with the tools of GNU and of BSD. A process that is started takes as long as a thousand files that are
# looked at, and a folder that is walked through as long as ten.

if command -v sha256sum >/dev/null; then slipway_sha256=(sha256sum); else slipway_sha256=(shasum -a 256); fi
slipway_git=(git -c core.fsmonitor=false -c core.quotepath=false)

# Names a command line: a file name for the stamps of one host.
slipway_key() {
  local text
  # Where the folder really is: a link that leads there may lead elsewhere next time.
  printf -v text '%q ' "${host##*/}" "$(pwd -P)" "$@"
  text=$("${slipway_sha256[@]}" <<<"$text")
  key=${text:0:16}
}

# Properties that a variable would set, and that .NET projects ask for or are asked for though no file of the platform names them.
slipway_properties='DirectoryBuildPropsPath
DirectoryBuildTargetsPath
DirectoryPackagesPropsPath
CustomBeforeMicrosoftCommonProps
CustomAfterMicrosoftCommonProps
CustomBeforeMicrosoftCommonTargets
CustomAfterMicrosoftCommonTargets
BaseIntermediateOutputPath
Platform
RuntimeIdentifier
AssemblyName
TargetFramework
TargetFrameworks
OutputType
IsTestProject
RestorePackagesWithLockFile
ManagePackageVersionsCentrally
CentralPackageTransitivePinningEnabled
'

# The variables that Slipway, the .NET SDK, NuGet, npm, git or a CI service may read, and those of the given lines, which MSBuild does not tell
# apart by case. Their values go into a digest and nowhere else.
slipway_variables() {
  local name
  for name in $(compgen -e); do
    case $name in
      SLIPWAY_ROOT | SLIPWAY_WATCH | SLIPWAY_STATE | SLIPWAY_AFFECTED | SLIPWAY_CHILD_OF) continue ;;
      SLIPWAY_* | Slipway* | CI | CI_* | GITHUB_* | GITLAB_* | TF_BUILD | BUILD_* | SYSTEM_* | DOTNET_* | DOTNETCLI_* | MSBUILD* | MSBuild* | NUGET_* | \
        NuGet* | NPM_* | npm_* | NODE_* | GIT_* | HOME | XDG_CACHE_HOME | XDG_CONFIG_HOME | XDG_DATA_HOME) ;;
      *)
        shopt -s nocasematch
        case $'\n'$slipway_properties$1 in *$'\n'"$name"$'\n'*) ;; *) name='' ;; esac
        shopt -u nocasematch ;;
    esac
    [ -z "$name" ] || printf '%s=%s\n' "$name" "${!name}"
  done
}

# What git says of a work tree: its commit and tags, what is ignored by name, and the bytes of everything that no commit has.
slipway_work_tree() {
  local said entry path mode
  local -a files
  files=()
  cd "$1" || return 1
  "${slipway_git[@]}" show-ref --head --tags || return 1
  said=$(slipway_status "$2") || return 1
  # What the index holds beyond the commit is in the work tree too, and read below.
  printf '%s\n' "$said"
  while IFS= read -r entry; do
    path=${entry:3}
    # A repository of its own, and what git escapes: nothing that is worth a second way of reading.
    case $entry in '!! '*) continue ;; *\\* | */) return 1 ;; esac
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
  done <<<"$said"
  [ ${#files[@]} -eq 0 ] || cat "${files[@]}" || return 1
  # Where one file ends and the next begins.
  [ ${#files[@]} -eq 0 ] || wc -c "${files[@]}"
}

# What has changed and what is new, and a digest of what is ignored. Git tells the last two by a walk through every folder. Where it would walk
# through the same as before, what it found then stands.
slipway_status() {
  local digest whole known found
  if slipway_read <&7 && [ -f "$1.found" ] && { IFS= read -r known && [ "$known" = "$digest" ] && IFS= read -rd '' found; } <"$1.found"; then
    "${slipway_changed[@]}" --untracked-files=no && printf '%s' "$found"
  else
    slipway_walk
  fi
}

slipway_changed=("${slipway_git[@]}" status --porcelain --no-renames)

# The same by a walk.
slipway_walk() {
  local said unseen
  # What git was told not to look at is more than this can see, and so is a submodule, of which the index has one entry that is no file or link.
  exec 8< <("${slipway_git[@]}" ls-files -s -v | { grep -m 1 -v '^H 1[02]' || true; } && echo none)
  said=$("${slipway_changed[@]}" --untracked-files=all --ignored=matching) || return 1
  { IFS= read -r unseen && [ "$unseen" = none ]; } <&8 || return 1
  { grep '^[^!]' || true; } <<<"$said" && printf '!! ' && { grep '^!! ' || true; } <<<"$said" | "${slipway_sha256[@]}"
}

# Keeps what git finds, for as long as there is nothing else to find. Who changes a folder in the tick of the clock in which it was looked at is
# seen by the walk that comes after it.
slipway_keep() {
  local folder roots before digest whole found
  set +eu -fo pipefail
  { IFS= read -rd '' folder && IFS= read -rd '' roots; } <"$1" && slipway_settle && cd "${roots%?}" || return 1
  slipway_read < <(slipway_around "$1") && before=$digest && sleep 0.03 && found=$(slipway_walk) || return 1
  slipway_read < <(slipway_around "$1") && [ "$digest" = "$before" ] || return 1
  { printf '%s\n' "$digest" && grep '^[?!][?!] ' <<<"$found" && printf '\0'; } >"$1.found.$$" && mv "$1.found.$$" "$1.found"
}

# Inode, size, mode, when any of this or the content was last changed, and where it leads, of all that find finds, links followed where it
# starts. Whoever changes a name changes the folder that holds it, or the list. And of what a list names, as many as go at once: whoever changes
# size or mode changes the time too.
case $OSTYPE in
  linux-gnu*) slipway_account=(-printf '%i %s %m %C@ %l\n') slipway_stat=(xargs -0 -s 1900000 stat -L -c '%i %.9Z' --) ;;
  darwin* | freebsd*) slipway_account=(-exec stat -f '%N %i %z %p %Fc %Y' {} +) slipway_stat=(xargs -0 stat -L -f '%N %i %Fc' --) ;;
  *) slipway_account=() slipway_stat=() ;;
esac

# The digest of the account of a list and of what it names; and the line "whole", without which there is none.
slipway_many() {
  local from
  { [ ! -s "$1" ] || { IFS= read -rd '' from && cd "$from" && LC_ALL=C "${slipway_stat[@]}" "$1"; } <"$1"; } | "${slipway_sha256[@]}" && echo whole
}

# The digest of all that says what git does not list: its settings, which may lie anywhere, and the account of the folders that it walks through.
slipway_around() {
  { printf '%s\n' "$HOME" "${XDG_CONFIG_HOME-}" && "${slipway_git[@]}" config --list && slipway_many "$1.walk"; } | "${slipway_sha256[@]}" && echo whole
}

# Git is told by nothing but the folder, and writes nothing.
slipway_settle() {
  unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_NAMESPACE GIT_LITERAL_PATHSPECS
  export LC_ALL=C GIT_OPTIONAL_LOCKS=0
}

slipway_state() {
  local IFS=$'\n' part folder roots absent variables paths trees path root
  set +eu -fo pipefail
  [ ${#slipway_stat[@]} -gt 0 ] || return 1
  { for part in folder roots absent variables paths trees; do IFS= read -rd '' $part || return 1; done; } <"$1"
  printf '%s\n' "$folder" "$roots" "$absent" "$variables" "$paths" "$trees"
  # These look at thousands of files while git does the same.
  [ -z "$roots" ] || exec 3< <(slipway_many "$1.1") 4< <(slipway_many "$1.2") 5< <(slipway_many "$1.3") 6< <(slipway_many "$1.4")
  slipway_variables "$variables" && slipway_settle && cd "${folder%?}" || return 1
  # Of one work tree's walk it is known what was found.
  exec 7</dev/null
  [ ! -s "$1.walk" ] || exec 7< <(slipway_around "$1")
  # Some permissions end on a day, and a project may name the year: by universal or by local time. Before bash 4.2 printf cannot tell.
  { TZ=UTC printf '%(%Y-%m-%d)T\n' -1 && printf '%(%Y-%m-%d)T\n' -1; } || { date -u +%Y-%m-%d && date +%Y-%m-%d; } || return 1
  for path in $absent; do
    if [ -e "$path" ] || [ -L "$path" ]; then return 1; fi
  done
  find -H $paths $(type -P dotnet git node npm) -maxdepth 0 "${slipway_account[@]}" || return 1
  [ -z "$trees" ] || find -H $trees "${slipway_account[@]}" || return 1
  # Without work trees it is an affected map's, which tells of known files alone: what else there is by name, ignored or not, a folder for all below.
  [ -n "$roots" ] || { "${slipway_git[@]}" ls-files -o --directory; return; }
  for root in $roots; do (slipway_work_tree "$root" "$1") || return 1; done
  { slipway_told <&3 && slipway_told <&4 && slipway_told <&5 && slipway_told <&6; }
}

# Passes on what slipway_many said, if it is whole.
slipway_told() {
  local line last=''
  while IFS= read -r line; do
    printf '%s\n' "$line"
    last=$line
  done
  [ "$last" = whole ]
}

# The digest of the state that a watch list names and the line "whole"; without this line there is none. For a subshell of its own, as is
# slipway_state.
slipway_look() { set -o pipefail && slipway_state "$1" 2>/dev/null | "${slipway_sha256[@]}" && echo whole; }

# Reads what that says.
slipway_read() { IFS=' ' read -r digest whole && IFS= read -r whole; }

# Ends the launcher where the last run's word stands. Otherwise it tells the host where to leave a stamp, and in which state the run begins.
slipway_unchanged() {
  local key digest whole expected summary
  slipway_key "$@"
  export SLIPWAY_WATCH="$SLIPWAY_ROOT/artifacts/stamps/$key.watch" SLIPWAY_STATE=""
  # Where there is no word that could stand, the host looks for itself while it gets ready.
  [ -f "$SLIPWAY_WATCH" ] && [ -f "${SLIPWAY_WATCH%.watch}.stamp" ] || return 0
  slipway_read < <(slipway_look "$SLIPWAY_WATCH") || return 0
  SLIPWAY_STATE=$digest
  # The run's own summary becomes the newest one again, for whoever asks how the last run went.
  { IFS= read -r expected && IFS= read -r summary && [ "$expected" = "$SLIPWAY_STATE" ] && [ -f "$summary" ] && touch "$summary" && cat; } \
    <"${SLIPWAY_WATCH%.watch}.stamp" && exit 0 || return 0
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  case ${2-} in
    keep) slipway_keep "$1" 2>/dev/null ;;
    *) if slipway_read < <(slipway_look "$1"); then echo "$digest"; fi ;;
  esac
else
  if [ -f "$host/affected.sh" ]; then . "$host/affected.sh"; fi
  slipway_unchanged "$@"
fi
