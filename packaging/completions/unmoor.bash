# SPDX-License-Identifier: GPL-3.0-or-later
# bash asks the program itself what can stand where the cursor is: see "unmoor complete" in its manual.
_unmoor() {
    local current=${COMP_WORDS[COMP_CWORD]} words=() i line answer folders=no files=no
    # bash splits "--on=HOST" and "TRIPLE=FILE" at "="; the program gets them whole.
    for ((i = 1; i <= COMP_CWORD; ++i)); do
        if ((${#words[@]})) && [[ ${COMP_WORDS[i]} == "=" || ${COMP_WORDS[i - 1]} == "=" && $i -gt 1 ]]; then
            words[-1]+=${COMP_WORDS[i]}
        else
            words+=("${COMP_WORDS[i]}")
        fi
    done
    local whole=${words[-1]-}
    local before=${whole%"$current"}
    [[ $current == "=" ]] && before=$whole current=""
    COMPREPLY=()
    answer=$("${COMP_WORDS[0]}" complete "${words[@]}" 2>/dev/null) || return 0
    while IFS= read -r line; do
        case $line in
        '') ;;
        :files) files=yes ;;
        :folders) folders=yes ;;
        *)
            line=${line%%$'\t'*}
            COMPREPLY+=("${line#"$before"}")
            ;;
        esac
    done <<<"$answer"
    if [[ $files == yes || $folders == yes ]]; then
        local kind=-d
        [[ $files == yes ]] && kind=-f
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$kind" -- "$current")
    elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}
complete -F _unmoor unmoor
