# bash completion for caveat. Made from the table of options by 'make generate'; do not edit.
_caveat() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=
  COMPREPLY=()
  ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}
  [[ $command == baseline && ${COMP_WORDS[2]} == write && COMP_CWORD -gt 2 ]] && command='baseline write'
  [[ $command == baseline && ${COMP_WORDS[2]} == prune && COMP_CWORD -gt 2 ]] && command='baseline prune'
  [[ $command == rules && ${COMP_WORDS[2]} == test && COMP_CWORD -gt 2 ]] && command='rules test'
  [[ $command == ledger && ${COMP_WORDS[2]} == show && COMP_CWORD -gt 2 ]] && command='ledger show'
  [[ $command == ledger && ${COMP_WORDS[2]} == check && COMP_CWORD -gt 2 ]] && command='ledger check'
  [[ $command == audit && ${COMP_WORDS[2]} == report && COMP_CWORD -gt 2 ]] && command='audit report'
  [[ $command == audit && ${COMP_WORDS[2]} == diff && COMP_CWORD -gt 2 ]] && command='audit diff'
  [[ $command == audit && ${COMP_WORDS[2]} == query && COMP_CWORD -gt 2 ]] && command='audit query'
  [[ $command == audit && ${COMP_WORDS[2]} == merge && COMP_CWORD -gt 2 ]] && command='audit merge'
  case $command:$before in
    'check:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'check:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'check:--format') mapfile -t COMPREPLY < <(compgen -W 'text xml svrl json sarif junit checkstyle gitlab github tap' -- "$word"); return ;;
    'check:-o') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'check:--output') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'check:--fail-on') mapfile -t COMPREPLY < <(compgen -W 'error warning info never' -- "$word"); return ;;
    'check:--select') :; return ;;
    'check:--ignore') :; return ;;
    'check:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'check:--evaluator') mapfile -t COMPREPLY < <(compgen -W 'compiled libxml2' -- "$word"); return ;;
    'check:--baseline') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'check:--suppressions') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'check:--new-since') :; return ;;
    'check:--fingerprint-key') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'check:--config') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'check:--timestamp') :; return ;;
    'check:--color') mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word"); return ;;
    'fix:--trail') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'fix:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'fix:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'fix:--fail-on') mapfile -t COMPREPLY < <(compgen -W 'error warning info never' -- "$word"); return ;;
    'fix:--select') :; return ;;
    'fix:--ignore') :; return ;;
    'fix:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'fix:--baseline') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'fix:--suppressions') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'fix:--new-since') :; return ;;
    'fix:--fingerprint-key') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'fix:--config') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'fix:--timestamp') :; return ;;
    'baseline write:--baseline') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'baseline write:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'baseline write:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'baseline write:--select') :; return ;;
    'baseline write:--ignore') :; return ;;
    'baseline write:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'baseline write:--suppressions') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'baseline write:--fingerprint-key') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'baseline write:--timestamp') :; return ;;
    'baseline write:--config') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'baseline prune:--baseline') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'baseline prune:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'baseline prune:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'baseline prune:--select') :; return ;;
    'baseline prune:--ignore') :; return ;;
    'baseline prune:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'baseline prune:--suppressions') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'baseline prune:--fingerprint-key') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'baseline prune:--timestamp') :; return ;;
    'baseline prune:--config') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'config:--config') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'parse:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'parse:--format') mapfile -t COMPREPLY < <(compgen -W 'text xml json' -- "$word"); return ;;
    'rules:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'rules:--format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$word"); return ;;
    'rules:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'rules:--color') mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word"); return ;;
    'rule:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'rule:--color') mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word"); return ;;
    'marking:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'marking:--kind') mapfile -t COMPREPLY < <(compgen -W 'banner portion' -- "$word"); return ;;
    'marking:--date') :; return ;;
    'marking:--format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$word"); return ;;
    'marking:--select') :; return ;;
    'marking:--ignore') :; return ;;
    'marking:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'marking:--evaluator') mapfile -t COMPREPLY < <(compgen -W 'compiled libxml2' -- "$word"); return ;;
    'rollup:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'rollup:--banner') :; return ;;
    'rollup:--date') :; return ;;
    'rollup:--format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$word"); return ;;
    'rollup:--select') :; return ;;
    'rollup:--ignore') :; return ;;
    'rollup:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'rollup:--evaluator') mapfile -t COMPREPLY < <(compgen -W 'compiled libxml2' -- "$word"); return ;;
    'redact:--policy') mapfile -t COMPREPLY < <(compgen -W 'cui-decontrol-review internal-share privacy public-release state-foia' -- "$word"); return ;;
    'redact:-o') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--output') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--ledger') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--vaughn') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--report') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--terms') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--detectors') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--key') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--treat-unmarked-as') mapfile -t COMPREPLY < <(compgen -W 'withhold release' -- "$word"); return ;;
    'redact:--case') :; return ;;
    'redact:--document') :; return ;;
    'redact:--date') :; return ;;
    'redact:--propose') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--review') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'redact:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'redact:--timestamp') :; return ;;
    'verify:--ledger') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'verify:--original') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'verify:--terms') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'audit:--into') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'audit:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'audit:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'audit:--jobs') :; return ;;
    'audit:--shard') :; return ;;
    'audit:--files-from0') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'audit:--include') :; return ;;
    'audit:--exclude') :; return ;;
    'audit:--max-file-size') :; return ;;
    'audit:--timeout-per-document') :; return ;;
    'audit:--fail-on') mapfile -t COMPREPLY < <(compgen -W 'error warning info never' -- "$word"); return ;;
    'audit:--select') :; return ;;
    'audit:--ignore') :; return ;;
    'audit:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'audit:--evaluator') mapfile -t COMPREPLY < <(compgen -W 'compiled libxml2' -- "$word"); return ;;
    'audit report:--format') mapfile -t COMPREPLY < <(compgen -W 'text html xml json csv' -- "$word"); return ;;
    'audit report:-o') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'audit report:--output') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'audit diff:--format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$word"); return ;;
    'audit diff:--fail-on') mapfile -t COMPREPLY < <(compgen -W 'error warning info never' -- "$word"); return ;;
    'audit query:--format') mapfile -t COMPREPLY < <(compgen -W 'text csv json' -- "$word"); return ;;
    'audit merge:--into') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'worker:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'worker:--form') mapfile -t COMPREPLY < <(compgen -W 'wire wire-1970s nara-aad foia-paper scraped-web drafted smart frus marked email marking uk-marking au-marking nz-marking uk au nz rollup ism-xml nato-xml' -- "$word"); return ;;
    'worker:--select') :; return ;;
    'worker:--ignore') :; return ;;
    'worker:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'worker:--evaluator') mapfile -t COMPREPLY < <(compgen -W 'compiled libxml2' -- "$word"); return ;;
    'lsp:--profile') mapfile -t COMPREPLY < <(compgen -W 'au dod dod-cui ic nara-cui nato nz release state state-papers uk' -- "$word"); return ;;
    'lsp:--select') :; return ;;
    'lsp:--ignore') :; return ;;
    'lsp:--rules') mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    'lsp:--evaluator') mapfile -t COMPREPLY < <(compgen -W 'compiled libxml2' -- "$word"); return ;;
    'lsp:--baseline') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'lsp:--suppressions') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'lsp:--fingerprint-key') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    'lsp:--config') mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
  esac
  case $command in
    '') mapfile -t COMPREPLY < <(compgen -W 'check fix baseline config parse rules rule marking rollup redact verify ledger audit worker lsp help --help --version' -- "$word") ;;
    'check')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--profile --form --format --output --fail-on --select --ignore --rules --no-standard-rules --evaluator --baseline --suppressions --no-suppressions --new-since --fingerprint-key --config --no-config --show-text --timestamp --color --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'fix')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--diff --dry-run --write --trail --profile --form --fail-on --select --ignore --rules --no-standard-rules --baseline --suppressions --no-suppressions --new-since --fingerprint-key --config --no-config --show-text --timestamp --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'baseline write')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--baseline --profile --form --select --ignore --rules --no-standard-rules --suppressions --no-suppressions --fingerprint-key --timestamp --config --no-config --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'baseline prune')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--baseline --profile --form --select --ignore --rules --no-standard-rules --suppressions --no-suppressions --fingerprint-key --timestamp --config --no-config --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'config')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--show-origin --config --no-config --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -W '' -- "$word"); fi ;;
    'parse')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--form --format --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'rules')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--profile --format --rules --no-standard-rules --color --help test' -- "$word"); else mapfile -t COMPREPLY < <(compgen -W 'test' -- "$word"); fi ;;
    'rules test')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -d -- "$word"); fi ;;
    'rule')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--rules --no-standard-rules --color --help' -- "$word"); else :; fi ;;
    'marking')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--profile --kind --date --explain --from-ism --format --select --ignore --rules --no-standard-rules --evaluator --help' -- "$word"); else :; fi ;;
    'rollup')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--profile --banner --date --analytic-product --format --select --ignore --rules --no-standard-rules --evaluator --help' -- "$word"); else :; fi ;;
    'redact')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--policy --output --ledger --vaughn --report --terms --detectors --key --treat-unmarked-as --case --document --date --propose --review --force --form --timestamp --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'verify')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--ledger --original --terms --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'ledger show')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'ledger check')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'audit')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--into --profile --form --jobs --shard --files-from0 --resume --force --include --exclude --max-file-size --timeout-per-document --fail-on --select --ignore --rules --no-standard-rules --evaluator --quiet --help report diff query merge' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -W 'report diff query merge' -- "$word"); fi ;;
    'audit report')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--format --output --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'audit diff')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--format --fail-on --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'audit query')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--format --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'audit merge')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--into --quiet --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -f -- "$word"); fi ;;
    'worker')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--profile --form --select --ignore --rules --no-standard-rules --evaluator --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -W '' -- "$word"); fi ;;
    'lsp')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--profile --select --ignore --rules --no-standard-rules --evaluator --baseline --suppressions --no-suppressions --fingerprint-key --config --no-config --stdio --help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -W '' -- "$word"); fi ;;
    'help')
      if [[ $word == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '--help' -- "$word"); else mapfile -t COMPREPLY < <(compgen -W 'check fix baseline config parse rules rule marking rollup redact verify ledger audit worker lsp help' -- "$word"); fi ;;
    'baseline') mapfile -t COMPREPLY < <(compgen -W 'write prune' -- "$word") ;;
    'ledger') mapfile -t COMPREPLY < <(compgen -W 'show check' -- "$word") ;;
  esac
}
complete -o filenames -F _caveat caveat
