import type { Judgement, WaitingClaim } from '@throughline/contract/value'
import { isBlank, type Sheet } from '@throughline/exchange/sheet'
import type { ClaimIssue } from './claim-list.ts'

/** A decision of a file, with the line where it stands and the benefit as it is named in the ledger. */
export type GivenJudgement = { readonly line: number; readonly benefit: string; readonly judgement: Judgement }

const headings = { benefit: /^benefit$/i, period: /^(value )?period$/i, decision: /^(decision|verdict)$/i, amount: /^amount$/i, sample: /^sample$/i, reason: /^(reason|because)$/i } as const
type Heading = keyof typeof headings
type Known = { readonly waiting: readonly WaitingClaim[]; /** Least units of an amount as it is typed; throws where it is none. */ readonly readUnits: (text: string, unit: string) => string; /** The sample of lines that name none. */ readonly sample?: string | undefined }

/**
 * Decisions down a sheet, under the headings Benefit, Period and Decision (verify or give back), and where there are any Amount, Sample and
 * Reason. Without an amount it is all that waits. Each names how the claim stands as it is sent. A line that cannot be read is named.
 */
export function readJudgementList({ rows }: Sheet, known: Known): { readonly judgements: readonly GivenJudgement[]; readonly issues: readonly ClaimIssue[] } {
  const headAt = rows.findIndex((row) => row.some((cell) => !isBlank(cell)))
  const head = (rows[headAt] ?? []).map(({ text }) => text.trim())
  const place = (name: Heading): number => head.findIndex((text) => headings[name].test(text))
  if ((['benefit', 'period', 'decision'] as const).some((name) => place(name) < 0)) return { judgements: [], issues: [{ line: Math.max(headAt, 0) + 1, found: head.filter(Boolean).join(', ') || 'nothing', expected: 'the headings Benefit, Period and Decision' }] }
  const read = rows.slice(headAt + 1).flatMap((row, at) => (row.every(isBlank) ? [] : [readLine((name) => (place(name) < 0 ? '' : (row[place(name)]?.text.trim() ?? '')), headAt + at + 2, known)]))
  return { judgements: read.flatMap((one) => ('judgement' in one ? [one] : [])), issues: read.flatMap((one) => ('expected' in one ? [one] : [])) }
}

const decisionOf = (word: string): Judgement['decision'] | undefined => (/^(verif(y|ied)|yes|y|x)$/i.test(word) ? 'verify' : /^(give(n)? back|disallow(ed)?|reject(ed)?|no|n)$/i.test(word) ? 'disallow' : undefined)

function readLine(cell: (name: Heading) => string, line: number, { waiting, readUnits, sample }: Known): GivenJudgement | ClaimIssue {
  const [name, period, word] = [cell('benefit'), cell('period'), cell('decision')]
  const found = waiting.filter((one) => one.period === period && (one.benefitId === name || one.benefit.toLowerCase() === name.toLowerCase()))
  const [claim] = found
  if (!claim || found.length > 1) return { line, found: found.length > 1 ? `${found.length} benefits named ${name}` : `${name || 'nothing'} in ${period || 'no period'}`, expected: 'a benefit of which something waits in that period' }
  const decision = decisionOf(word)
  if (!decision) return { line, found: word || 'nothing', expected: 'verify or give back' }
  const typed = cell('amount')
  try {
    const said = { ...(decision === 'verify' && (cell('sample') || sample) ? { sample: cell('sample') || sample || '' } : {}), ...(cell('reason') ? { reason: cell('reason') } : {}) }
    return { line, benefit: claim.benefit, judgement: { decision, benefitId: claim.benefitId, period, version: claim.version, amount: typed === '' ? claim.amount : readUnits(typed, claim.unit), ...(claim.periodState === 'closed' ? { adjusts: true } : {}), ...said } }
  } catch {
    return { line, found: typed, expected: `an amount of ${claim.unit}` }
  }
}
