# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of `longhand` for bash: commands first, then the options that --help of a command names.
_longhand()
{
    local word=${COMP_WORDS[COMP_CWORD]} command= i
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case ${COMP_WORDS[i]} in
        --data-dir | --model | --threads | --context | --preset | --kv | --rope | --adapter | --adapter-scale | --chat-template | --server | --server-key | --server-parallel | --server-patience | --seed) ((++i)) ;;
        -*) ;;
        *)
            command=${COMP_WORDS[i]}
            break
            ;;
        esac
    done
    if [[ $word == -* ]]; then
        local options
        options=$("${COMP_WORDS[0]}" ${command:+"$command"} --help 2>/dev/null |
            grep -o -E -- '(^|[ ,])--[a-z-]+' | tr -d ' ,')
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ -z $command ]]; then
        mapfile -t COMPREPLY < <(compgen -W "import list show search remove text summarise ask \
            translate export jobs models merge study train settings generate tokens eval bench \
            version" -- "$word")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -F _longhand longhand
