# SPDX-License-Identifier: GPL-3.0-or-later
# fish asks the program itself what can stand where the cursor is: see "unmoor complete" in its manual.
function __unmoor_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l current $words[-1]
    for line in ($words[1] complete $words[2..-1] 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $current
            case :folders
                __fish_complete_directories $current
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c unmoor -f -a '(__unmoor_complete)'
