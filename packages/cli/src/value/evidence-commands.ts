import { fileReference, valueRoutes, type EvidenceFile } from '@throughline/contract/value'
import { strategyRoutes } from '@throughline/contract/strategy'
import { basename } from 'node:path'
import type { Caller } from '../terminal/call.ts'
import { required, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const subjectOptions = { benefit: { about: 'Of this benefit', takes: 'benefit' }, measure: { about: 'Of this measure', takes: 'measure' } } as const
type Subject = { readonly kind: 'benefit' | 'measure'; readonly id: string; readonly name: string }

/** What files are of: the benefit or the measure that is named, or nothing. */
async function subjectOf(call: Caller, typed: Typed): Promise<Subject | undefined> {
  const [benefit, measure] = [typed.one('benefit'), typed.one('measure')]
  if (benefit !== undefined && measure !== undefined) throw new UsageError('Found --benefit and --measure; expected one of them.')
  if (benefit !== undefined) return { kind: 'benefit', ...oneOf('benefit', (await call(valueRoutes.readRegister, {})).benefits, benefit, ({ name }) => [name]) }
  return measure === undefined ? undefined : { kind: 'measure', ...oneOf('measure', (await call(strategyRoutes.readStrategy, {})).measures, measure, ({ name }) => [name]) }
}

const add: Command = {
  name: 'value evidence add',
  usage: '<file>',
  summary: 'Keep a file as evidence of a benefit or a measure, and say how to name it',
  options: subjectOptions,
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const subject = await subjectOf(call, typed)
    if (!subject) throw new UsageError('Found neither --benefit nor --measure; expected one of them.')
    const request = { params: { id: subject.id }, query: { fileName: basename(path) }, body: await readFile(path) }
    const file = await (subject.kind === 'benefit' ? call(valueRoutes.attachToBenefit, request) : call(valueRoutes.attachToMeasure, request))
    print.answer(file, () => [`Attached ${file.fileName} to ${subject.name}: ${file.bytes} bytes, SHA-256 ${file.sha256}.`, `Name it in the evidence of an act as ${fileReference(file.id)}`])
  },
}

const list: Command = {
  name: 'value evidence list',
  summary: 'Files that are kept as evidence, the newest first',
  options: { ...subjectOptions, withdrawn: { about: 'Also those that were withdrawn' } },
  run: async (typed, { call, print }) => {
    const subject = await subjectOf(call, typed)
    const { files, next } = await call(valueRoutes.listEvidence, { query: { ...(subject ? { [`${subject.kind}Id`]: subject.id } : {}), ...(typed.on('withdrawn') ? { withdrawn: true } : {}), limit: 200 } })
    print.answer({ files, next }, () => tableLines(files, [{ head: 'Id', of: ({ id }) => id }, { head: 'File', of: ({ fileName }) => fileName, widest: 50 }, { head: 'Bytes', of: ({ bytes }) => String(bytes), right: true }, { head: 'By', of: ({ by }) => by }, { head: 'On', of: ({ at }) => at.slice(0, 10) }, { head: 'Standing', of: standingOf }]))
    if (next !== null) print.remark('There are more: narrow it by --benefit or --measure.')
  },
}

const standingOf = ({ used, withdrawn }: EvidenceFile): string => (withdrawn ? `withdrawn: ${withdrawn.reason}` : used ? 'named' : 'not named yet')

const get: Command = {
  name: 'value evidence get',
  usage: '<id> <path>',
  summary: 'Write a file of evidence to disk, byte for byte as it was attached',
  run: async (typed, { call, print, writeFile }) => {
    const path = wordAt(typed, 1, 'path')
    const bytes = await call(valueRoutes.readEvidence, { params: { id: wordAt(typed, 0, 'id').replace(/^file:/, '') } })
    await writeFile(path, bytes)
    print.answer({ path, bytes: bytes.length }, () => [`Wrote ${path} (${bytes.length} bytes).`])
  },
}

const withdraw: Command = {
  name: 'value evidence withdraw',
  usage: '<id>',
  summary: 'Withdraw a file that nothing names: its bytes go',
  options: { because: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const file = await call(valueRoutes.withdrawEvidence, { params: { id: wordAt(typed, 0, 'id').replace(/^file:/, '') }, body: { reason: required(typed, 'because') } })
    print.answer(file, () => [`Withdrew ${file.fileName}.`])
  },
}

/** Files as evidence in the terminal. */
export const evidenceCommands: readonly Command[] = [add, list, get, withdraw]
