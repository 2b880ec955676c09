import type { JudgementPreview } from '@throughline/contract/strategy'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { readSheets } from '@throughline/exchange/formats'
import { describeRefusal } from '@throughline/exchange/sheet'
import { readVerdicts, type GivenOutcome } from '@throughline/exchange/verdicts'
import type { StoredOutcome } from './store.ts'

/** Initiatives that can be judged, and what was judged of them. */
type Known = { readonly closed: readonly InitiativeFacts[]; readonly outcomes: ReadonlyMap<string, StoredOutcome> }

/** What a file of verdicts would record: each row with its initiative and what stands there now. Nothing is written, and what is wrong is named. */
export async function previewJudgements(bytes: Uint8Array, fileName: string, known: Known): Promise<JudgementPreview> {
  const file = await readSheets(bytes, fileName)
  if (!file.ok) return { fileName, recognised: 'not a table', rows: [], issues: [{ line: null, column: null, found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with verdicts' }] }
  const best = file.value.sheets.map((sheet) => ({ sheet, given: readVerdicts(sheet) })).toSorted((a, b) => b.given.rows.length - a.given.rows.length)[0]
  if (!best) return { fileName, recognised: file.value.recognised.label, rows: [], issues: [{ line: null, column: null, found: 'no sheet', expected: 'a sheet with verdicts' }] }
  const { rows, issues } = matched(best.given.rows, known)
  return {
    fileName, recognised: `${file.value.recognised.label}: sheet ${best.sheet.name}, ${best.given.found ? 'verdicts on initiatives' : 'no verdicts'}`, rows,
    issues: [...best.given.issues, ...issues].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, 500),
  }
}

function matched(given: readonly GivenOutcome[], { closed, outcomes }: Known): Pick<JudgementPreview, 'rows' | 'issues'> {
  const called = Map.groupBy(closed.flatMap((one) => [...new Set([plain(one.name), plain(one.key), one.id])].map((word) => ({ word, one }))), ({ word }) => word)
  const rows: JudgementPreview['rows'] = []
  const issues: JudgementPreview['issues'] = []
  const taken = new Map<string, number>()
  for (const { line, initiative: word, intent, goal, judge, stated } of given) {
    const found = called.get(plain(word)) ?? []
    const initiative = found[0]?.one
    const twice = initiative && taken.get(initiative.id)
    if (!initiative || found.length > 1) issues.push({ line, column: null, found: word, expected: found.length > 1 ? 'a name that one initiative alone has; use its key' : 'the name, key or id of a closed initiative' })
    else if (twice !== undefined) issues.push({ line, column: null, found: word, expected: `one row for each initiative; line ${twice} has it already` })
    else {
      taken.set(initiative.id, line)
      const before = outcomes.get(initiative.id)
      const row = { line, initiativeId: initiative.id, initiative: initiative.name, intent: { ...intent }, goal: { ...goal }, judge: judge === '' ? null : judge, stated: stated && { ...stated } }
      rows.push({ ...row, seen: before?.version ?? null, becomes: before === undefined ? 'new' : isSame(row, before) ? 'same' : 'changed' })
    }
  }
  return { rows, issues }
}

/** Whether a row says what was judged already; whom or what it leaves out stays as it is. */
const isSame = ({ intent, goal, judge, stated }: Pick<JudgementPreview['rows'][number], 'intent' | 'goal' | 'judge' | 'stated'>, before: StoredOutcome): boolean =>
  intent.verdict === before.intent && intent.reason === before.intent_reason && goal.verdict === before.goal && goal.reason === before.goal_reason && (judge === null || judge === before.judge) && (stated === null || (before.stated !== null && Number(before.stated) === stated.score && stated.source === before.stated_source))

const plain = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
