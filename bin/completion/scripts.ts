import { TOOL } from '../../lib/tool.js';
import { EMPTY, REQUEST } from './protocol.js';

/**
 * What each shell is given. All of them hand over the words up to the cursor as they stand, evaluate nothing, and take the
 * answer of protocol.ts; names of files are the shell's own.
 */
export const SCRIPTS = {
  bash: `# bash completion for ${TOOL.name}
_authjs_clerk_codemod() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files)
        # Without words of ours, bash completes names of files by itself, and better.
        if [ \${#COMPREPLY[@]} -gt 0 ]; then
          compopt -o filenames 2>/dev/null
          while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
        fi ;;
      :words) compopt +o default 2>/dev/null ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(${TOOL.name} ${REQUEST} -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _authjs_clerk_codemod ${TOOL.name}
`,
  zsh: `#compdef ${TOOL.name}
_authjs_clerk_codemod() {
  local line files=0 ret=1
  local -a found
  while IFS= read -r line; do
    case $line in
      :files) files=1 ;;
      :words) ;;
      *) found+=("\${\${line//:/\\\\:}/$'\\t'/:}") ;;
    esac
  done < <(${TOOL.name} ${REQUEST} -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#found} )) && _describe ${TOOL.name} found && ret=0
  if (( files )); then
    compset -P '--*='
    _files && ret=0
  fi
  return ret
}
if [ "$funcstack[1]" = _authjs_clerk_codemod ]; then
  _authjs_clerk_codemod "$@"
else
  compdef _authjs_clerk_codemod ${TOOL.name}
fi
`,
  fish: `# fish completion for ${TOOL.name}
function __authjs_clerk_codemod
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (${TOOL.name} ${REQUEST} -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ':files'
                set -l flag (string match -r -- '^--[^=]*=' "$current")
                for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current"))
                    echo "$flag$path"
                end
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c ${TOOL.name} -f -a '(__authjs_clerk_codemod)'
`,
  powershell: `# PowerShell completion for ${TOOL.name}
Register-ArgumentCompleter -Native -CommandName ${TOOL.name} -ScriptBlock {
    param($current, $line, $cursor)
    # The words up to the cursor, as they are written; Windows PowerShell hands on no empty one.
    $words = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
    $empty = if ($current -eq '') { @('${EMPTY}') } else { @() }
    $found = @(& ${TOOL.name} ${REQUEST} @empty -- @words 2>$null)
    foreach ($each in $found) {
        if ($each -eq ':files') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($current)
        } elseif ($each -ne ':words') {
            $value, $meaning = $each -split "\`t", 2
            if (-not $meaning) { $meaning = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $meaning)
        }
    }
}
`,
} as const;

export type Shell = keyof typeof SCRIPTS;
