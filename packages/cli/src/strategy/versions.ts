import { strategyRoutes, type DraftEdit, type StrategyVersionDetail, type VersionItem } from '@throughline/contract/strategy'
import { required, UsageError, wordAt, type Command, type Context, type Typed } from '../terminal/command.ts'
import { percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { differenceLines } from './difference.ts'
import { findDraft } from './find.ts'
import { recalibrationCommands } from './recalibrate.ts'

const list: Command = {
  name: 'strategy versions',
  summary: 'Versions of the strategy: the draft, the one in force, those before; with how long each change took',
  run: async (_, { call, print }) => {
    const [versions, { items }] = [await call(strategyRoutes.listVersions, {}), await call(strategyRoutes.listRecalibrations, {})]
    const steps = new Map(items.map((one) => [one.versionId, one.steps]))
    print.answer({ versions, recalibrations: items }, () => [
      ...tableLines(versions, columns),
      ...versions.flatMap(({ id, title }) => {
        const known = steps.get(id)?.filter(({ on, open }) => on !== null || open) ?? []
        return known.length === 0 ? [] : ['', `${title}:`, ...known.map(({ step, on, days, open }) => `  ${step} ${open ? `awaited for ${days ?? 0} days` : `${on ?? ''}${days === null ? '' : `, ${days} days later`}`}`)]
      }),
    ])
  },
}

const columns = [
  { head: 'No', of: ({ no }: VersionItem) => String(no), right: true },
  { head: 'Title', of: ({ title }: VersionItem) => title, widest: 50 },
  { head: 'Status', of: ({ status }: VersionItem) => status.replaceAll('_', ' ') },
  { head: 'Objectives', of: ({ objectives }: VersionItem) => String(objectives), right: true },
  { head: 'Changed by', of: ({ changedBy }: VersionItem) => changedBy?.name ?? '' },
  { head: 'Approved', of: ({ approvedAt, approvedBy }: VersionItem) => (approvedAt ? `${approvedAt.slice(0, 10)} by ${approvedBy?.name ?? ''}` : '') },
]

const draft: Command = {
  name: 'strategy draft',
  usage: '[<title>]',
  summary: 'Begin the next version of the strategy, change it from a file, or show it',
  options: {
    because: { about: 'Why the strategy changes', takes: 'text' }, signal: { about: 'The day on which that was first known, YYYY-MM-DD', takes: 'date' }, from: { about: 'Go on from an earlier version: its number', takes: 'number' },
    edit: { about: 'JSON of what changes, as PATCH /api/strategy/versions takes it, without its version', takes: 'file' }, discard: { about: 'Discard the draft' }, recall: { about: 'Take back what was sent' }, rebase: { about: 'Base the draft on what is in force now' },
    take: { about: 'What holds where both were changed: draft or in_force', takes: 'side' },
  },
  run: async (typed, context) => {
    const { call, print } = context
    if (typed.words.length > 0) {
      const from = typed.one('from')
      const earlier = from === undefined ? undefined : oneOf('version', await call(strategyRoutes.listVersions, {}), from, ({ no }) => [String(no)])
      const begun = await call(strategyRoutes.startDraft, { body: { title: wordAt(typed, 0, 'title'), reason: required(typed, 'because'), signalOn: required(typed, 'signal'), ...(earlier ? { from: earlier.id } : {}) } })
      return print.answer(begun, () => [`Begun version ${begun.no}, “${begun.title}”${earlier ? `, from version ${earlier.no}` : ''}.`])
    }
    const next = await findDraft(context.call)
    if (typed.on('discard')) {
      await call(strategyRoutes.discardDraft, { params: { id: next.id }, query: { version: next.version } })
      return print.answer(next, () => [`Discarded “${next.title}”.`])
    }
    const shown = await changed(typed, context, next)
    print.answer(shown, () => draftLines(shown))
  },
}

async function changed(typed: Typed, { call, readFile }: Context, next: StrategyVersionDetail): Promise<StrategyVersionDetail> {
  const params = { id: next.id }
  if (typed.on('recall')) return call(strategyRoutes.recallDraft, { params, body: { version: next.version } })
  if (typed.on('rebase')) {
    const { seen, conflicts } = await call(strategyRoutes.previewDraftRebase, { params })
    const side = typed.one('take')
    if (side !== undefined && side !== 'draft' && side !== 'in_force') throw new UsageError(`Found --take ${side}; expected draft or in_force.`)
    return call(strategyRoutes.rebaseDraft, { params, body: { version: next.version, seen, ...(side === undefined ? {} : { take: Object.fromEntries(conflicts.map(({ ref }) => [ref, side] as const)) }) } })
  }
  const file = typed.one('edit')
  if (file === undefined) return next
  const edit = JSON.parse(new TextDecoder().decode(await readFile(file))) as Omit<DraftEdit, 'version'>
  return call(strategyRoutes.changeDraft, { params, body: { ...edit, version: next.version } })
}

const draftLines = ({ no, title, status, reason, signalOn, content, actions, problems, moved }: StrategyVersionDetail): readonly string[] => [
  `Version ${no}, “${title}”, ${status}. ${reason}${signalOn ? ` (since ${signalOn})` : ''}`,
  ...content.objectives.map(({ key, statement, weight }) => `  ${percent(weight, 1).padStart(7)}  ${statement}  [${key}]`),
  `${actions.length} actions are chosen.`,
  ...(moved ? ['The strategy in force was changed since: rebase the draft.'] : []),
  ...(problems.length === 0 ? ['Nothing keeps it from being sent.'] : ['To mend:', ...problems.map(({ words }) => `  ${words}`)]),
]

const diff: Command = {
  name: 'strategy diff',
  usage: '[<number>]',
  summary: 'What differs between the version in force, or another, and the draft, or a version by its number',
  options: { from: { about: 'The version to compare with: its number', takes: 'number' } },
  run: async (typed, context) => {
    const versions = await context.call(strategyRoutes.listVersions, {})
    const byNumber = (word: string): VersionItem => oneOf('version', versions, word, ({ no }) => [String(no)])
    const [word] = typed.words
    const id = word === undefined ? (await findDraft(context.call)).id : byNumber(word).id
    const from = typed.one('from')
    const difference = await context.call(strategyRoutes.readDifference, { params: { id }, query: from === undefined ? {} : { from: byNumber(from).id } })
    context.print.answer(difference, () => differenceLines(difference))
  },
}

export const versionCommands: readonly Command[] = [list, draft, diff, ...recalibrationCommands]
