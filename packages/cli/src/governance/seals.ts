import { sealKinds, sealRoutes, type Seal, type SealCheck, type SealKind } from '@throughline/contract/governance'
import { Refused } from '../terminal/call.ts'
import { UsageError, wordAt, type Command, type Context } from '../terminal/command.ts'
import { resultOf } from '../terminal/jobs.ts'
import { tableLines } from '../terminal/print.ts'

/** `throughline seals`: what was sealed, sealing, checking, and the documents. */
export const seals: Command = {
  name: 'seals',
  usage: '[add <kind> <title> | period <code> | check | save <title or id> <file.json>]',
  summary: 'What was sealed; seal a plan, a board pack, a position or a closed value period, check that all read the same, save a document',
  options: { position: { about: 'Of a publication: the date of its position', takes: 'date' } },
  run: async (typed, context) => {
    const what = typed.words[0]
    if (what === undefined) return list(context)
    if (what === 'add') return add(context, kindOf(wordAt(typed, 1, 'kind')), wordAt(typed, 2, 'title'), typed.one('position'))
    if (what === 'period') return keep(context, await context.call(sealRoutes.sealPeriod, { body: { period: wordAt(typed, 1, 'period') } }))
    if (what === 'check') return check(context)
    if (what === 'save') return save(context, wordAt(typed, 1, 'title or id'), wordAt(typed, 2, 'file'))
    throw new UsageError(`Found ${what}; expected add, period, check or save.`)
  },
}

async function list({ call, print }: Context): Promise<void> {
  const found = await call(sealRoutes.listSeals, {})
  print.answer(found, () => tableLines(found, [
    { head: 'Title', of: ({ title }) => title }, { head: 'Kind', of: ({ kind }) => kind }, { head: 'Known at', of: ({ knownAt }) => knownAt.slice(0, 19).replace('T', ' ') }, { head: 'Position', of: ({ position }) => position ?? '' },
    { head: 'By', of: ({ sealedBy }) => sealedBy }, { head: 'Digest', of: ({ digest }) => digest.slice(0, 16) }, { head: 'Found broken', of: ({ brokenAt }) => brokenAt ?? '' },
  ]))
}

async function add(context: Context, kind: SealKind, title: string, position: string | undefined): Promise<void> {
  return keep(context, await context.call(sealRoutes.addSeal, { body: { kind, title, ...(position === undefined ? {} : { position }) } }))
}

function keep({ print }: Context, seal: Seal): void {
  print.answer(seal, () => [`Sealed ${seal.title}: ${seal.bytes} bytes, ${seal.digest}.`])
}

async function check({ call, print }: Context): Promise<void> {
  const { jobId } = await call(sealRoutes.checkSeals, {})
  const found = await resultOf<SealCheck>(call, print, jobId)
  print.answer(found, () => tableLines(found.seals, [{ head: 'Title', of: ({ title }) => title }, { head: 'Reads', of: ({ holds }) => (holds ? 'as sealed' : 'otherwise') }, { head: 'Digest now', of: (one) => one.found, widest: 64 }]))
  const broken = found.seals.filter(({ holds }) => !holds).length
  if (broken > 0) throw new Refused({ type: '/problems#seal_broken', title: 'Not every seal holds', status: 409, code: 'seal_broken', detail: `Found ${broken} of ${found.seals.length} that do not read as they were sealed; administrators were told.` })
}

async function save({ call, print, writeFile }: Context, wanted: string, path: string): Promise<void> {
  const seal = (await call(sealRoutes.listSeals, {})).find(({ id, title }: Seal) => id === wanted || title === wanted)
  if (!seal) throw new UsageError(`Found no seal ${wanted}; throughline seals lists them.`)
  const bytes = await call(sealRoutes.readSealed, { params: { id: seal.id } })
  await writeFile(path, bytes)
  print.answer({ path, bytes: bytes.length, digest: seal.digest }, () => [`Wrote ${path} (${bytes.length} bytes).`])
}

function kindOf(word: string): SealKind {
  const found = sealKinds.find((kind) => kind === word)
  if (!found) throw new UsageError(`Found ${word}; expected ${sealKinds.join(', ')}.`)
  return found
}
