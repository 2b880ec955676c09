import { issueCodes } from '@throughline/exchange/sheet'
import { fieldKeys, fieldOf, yearKeys, type ColumnMapping } from '@throughline/exchange/portfolio'
import type { ImportDraft, ImportIssue, ImportResult, ImportRow, ImportSummary, ImportUndone } from '@throughline/contract/demand'
import { wordsOf } from '@throughline/contract/wire'
import { demandProblems } from '@throughline/contract/demand'
import type { Rating } from '@throughline/engine/demand'
import type { Tx } from '../../database/index.ts'
import { isShort } from '../acts/apply-import.ts'
import { presentAmount } from '../present.ts'
import { publishedAmount } from '../store/amounts.ts'
import { readMemory } from '../store/import-memory.ts'
import { portfolioStamp, type FoundImport } from '../store/imports.ts'
import { readLeaving } from '../store/publications.ts'
import { countIssues, type ShownIssue, type ShownRow } from '../store/staged.ts'
import type { PlanSummary } from './compare.ts'
import { lessonOf } from './memory.ts'
import { choicesOf, summaryOf } from './prepare.ts'
import type { StagedSummary } from './reading/index.ts'
import { stateOf } from './state.ts'

const leavingShown = 20

/** An import as a page shows it: what its file holds, what applying would do, and how it ended. */
export async function presentImport(tx: Tx, stored: FoundImport): Promise<ImportDraft> {
  const summary = summaryOf(stored)
  const plan = stored.plan as PlanSummary | null
  const state = stateOf(stored)
  const issueKinds = (await countIssues(tx, stored.id)).map(({ code, severity, count }) => ({ code, severity, count, words: issueWords(code) }))
  const of = (severity: ImportIssue['severity']): number => issueKinds.reduce((sum, kind) => sum + (kind.severity === severity ? kind.count : 0), 0)
  const { newest = null } = plan ?? {}
  return {
    ...headOf(stored), format: stored.format, problem: problemOf(stored), applied: state === 'undone' || state === 'applied' || state === 'undoing' ? (stored.outcome as ImportResult | null) : null, undone: undoneOf(stored), fileGoneAt: stored.file_gone_at,
    ...contentOf(stored, summary, plan), remembered: state === 'preview' && summary ? await rememberedOf(tx, summary) : null,
    counts: { rows: summary?.rows ?? 0, created: plan?.counts.created ?? 0, updated: plan?.counts.updated ?? 0, refused: plan?.counts.refused ?? 0, errors: of('error'), warnings: of('warning'), notes: of('note') },
    effect: plan?.effect ?? { changed: 0, unchanged: 0, history: 0, current: 0, leaving: 0, units: 0 }, short: plan ? isShort(plan) : false, changes: plan ? [...plan.changes] : [], units: (plan?.units ?? []).map(({ path, initiatives }) => ({ path: [...path], initiatives })),
    leaving: state === 'preview' && plan && newest !== null && plan.effect.leaving > 0 ? [...(await readLeaving(tx, stored.id, newest, { from: 0, limit: leavingShown })).rows] : [],
    issueKinds, issuesInAll: issueKinds.reduce((sum, { count }) => sum + count, 0), stale: state === 'preview' && stored.plan_stamp !== (await portfolioStamp(tx)),
  }
}

const headOf = (stored: FoundImport) => ({
  id: stored.id, fileName: stored.file_name, bytes: Number(stored.bytes), state: stateOf(stored), jobId: stored.job_id, by: stored.created_by, at: stored.created_at, appliedBy: stored.applied_at === null ? null : stored.applied_by, appliedAt: stored.applied_at,
})

type Content = Pick<ImportDraft, 'sheets' | 'sheet' | 'transposed' | 'title' | 'asOf' | 'asOfBecause' | 'ratingScale' | 'positions' | 'columns' | 'fields' | 'scope'>

function contentOf(stored: FoundImport, summary: StagedSummary | null, plan: PlanSummary | null): Content {
  const choices = choicesOf(stored)
  return {
    sheets: (summary?.sheets ?? []).map((sheet) => ({ ...sheet })), sheet: summary?.sheet ?? '', transposed: summary?.mapping.orientation === 'columns', title: summary?.title ?? choices.title ?? stored.file_name,
    asOf: summary?.asOf ?? null, asOfBecause: summary?.asOfBecause ?? '', ratingScale: summary?.ratingScale ?? null, positions: (plan?.positions ?? []).map((position) => ({ ...position })),
    columns: (summary?.mapping.columns ?? []).map((column, at) => presentColumn(column, summary?.samples[at] ?? [])), scope: choices.scope ?? null,
    fields: [...fieldKeys.map((key) => ({ key: key as string, label: fieldOf(key).label, kind: fieldOf(key).kind as string, required: key === 'name' })), ...yearKeys.map((key) => ({ key: key as string, label: key === 'year:cost' ? 'Cost of the year in the heading' : 'Benefits of the year in the heading', kind: 'money', required: false }))],
  }
}

const presentColumn = ({ column, header, field, confidence, because, reason, keepAs, alternatives }: ColumnMapping, samples: readonly string[]): ImportDraft['columns'][number] => ({
  column, header, samples: [...samples], field: field ?? null, confidence, because, reason, keepAs: keepAs?.field ?? null, alternatives: alternatives.map((one) => ({ ...one })),
})

const issueWords = (code: string): string => {
  const words = (issueCodes as Readonly<Record<string, string>>)[code] ?? 'the file cannot be read this way'
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Why the job at work on it came to no good end; null where it did, or is still at it. */
function problemOf({ job_state: state, job_problem: problem, file_name: fileName }: FoundImport): ImportDraft['problem'] {
  if (state !== 'failed') return null
  const { code, values = {} } = (problem ?? { code: 'fault' }) as { code: string; values?: Readonly<Record<string, unknown>> }
  const kind = (demandProblems as Readonly<Record<string, (typeof demandProblems)[keyof typeof demandProblems]>>)[code]
  return kind ? { code, title: kind.title, status: kind.status, detail: wordsOf(kind, values) } : { code, title: 'The job failed', status: 500, detail: `The work on ${fileName} came to no end. Try again; if it fails once more, tell whoever runs the server.` }
}

const undoneOf = ({ undone, undone_at: at, undone_by: by }: FoundImport): ImportUndone | null => (undone && at !== null && by !== null ? { ...(undone as Omit<ImportUndone, 'at' | 'by'>), at, by } : null)

async function rememberedOf(tx: Tx, { mapping }: StagedSummary): Promise<ImportDraft['remembered']> {
  const columns = mapping.columns.filter(({ because }) => because === 'remembered')
  const found = columns.length > 0 ? lessonOf(await readMemory(tx), columns.map(({ header }) => header)) : undefined
  return found ? { id: found.lesson.id, fileName: found.lesson.file_name, at: found.lesson.at, by: found.lesson.by, columns: columns.length } : null
}

/** One line of the list of imports. */
export function presentSummary(stored: FoundImport): ImportSummary {
  const [summary, plan, result] = [summaryOf(stored), stored.plan as PlanSummary | null, stored.outcome as ImportResult | null]
  return {
    ...headOf(stored), undoneBy: stored.undone_by, undoneAt: stored.undone_at, title: summary?.title ?? stored.file_name, asOf: summary?.asOf ?? null, rows: summary?.rows ?? 0,
    created: result?.created ?? plan?.counts.created ?? 0, changed: result?.changed ?? plan?.effect.changed ?? 0, unchanged: result?.unchanged ?? plan?.effect.unchanged ?? 0,
  }
}

/** A row as it was read and what becomes of it. */
export function presentRow({ number, as_of, name, published_id, units, content, linked_by, effect, changes, matched, issues }: ShownRow): ImportRow {
  const { row, report } = content
  const rating: Rating | null = report.rating_scale && report.rating_level ? { scale: report.rating_scale, level: report.rating_level } : null
  return {
    number, row, asOf: as_of, name, publishedId: published_id, match: linked_by === 'chosen' ? 'id' : (linked_by ?? 'refused'), matchedName: matched, unit: units.length === 0 ? null : units.join(' > '), rating,
    cost: presentAmount(publishedAmount(report.cost)), benefits: presentAmount(publishedAmount(report.benefits)), startOn: report.start_on, endOn: report.end_on, effect: effect ?? 'refused', changes: changes as ImportRow['changes'], issues,
  }
}

export const presentIssue = ({ place, ...issue }: ShownIssue): ImportIssue => ({ ...issue, place: { ...place } })
