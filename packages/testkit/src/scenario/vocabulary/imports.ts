import { demandRoutes, type ImportDraft, type Report } from '@throughline/contract/demand'
import { amount, checkSame, checkTable, set, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { detailOf } from './demand.ts'

/** Sentences about files that are read and what publications say. */
export const importSentences: readonly Sentence[] = [
  does('the publication {text} of {date}', async ({ world, table }, title, asOf) => {
    await upload(world, 'the editor', `${title}.csv`, csvOf(present(table, 'table of the publication')))
    await act(world, 'the editor', demandRoutes.changeImport, { params: idOf(world), body: { title, asOf, scope: 'whole' } })
    await act(world, 'the editor', demandRoutes.applyImport, { params: idOf(world) })
  }),
  does('{person} uploads the file {text}', ({ world, table }, person, fileName) => upload(world, person, fileName, csvOf(present(table, 'table of the file')))),
  does('{person} uploads a file {text} that is no table', ({ world }, person, fileName) => upload(world, person, fileName, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]))),
  does('{person} uploads a file {text} of {count} rows', ({ world }, person, fileName, rows) => upload(world, person, fileName, longFile(rows))),
  does('{person} gives the import the date {date}', ({ world }, person, asOf) => act(world, person, demandRoutes.changeImport, { params: idOf(world), body: { asOf } })),
  does('{person} applies the import', ({ world }, person) => act(world, person, demandRoutes.applyImport, { params: idOf(world) })),
  does('{person} says that the import is {word} of the list', ({ world }, person, scope) => act(world, person, demandRoutes.changeImport, { params: idOf(world), body: { scope: scope === 'part' ? 'part' : 'whole' } })),
  does('{person} undoes the import', ({ world }, person) => act(world, person, demandRoutes.undoImport, { params: idOf(world) })),
  does('{person} undoes the publication {text}', async ({ world }, person, title) => {
    const { rows } = await world.home.viewer.read(demandRoutes.listImports, {})
    await act(world, person, demandRoutes.undoImport, { params: { id: theOne('import', rows, (one) => one.title, title).id } })
  }),
  does('{person} announces a file {text} of {count} megabytes', ({ world }, person, fileName, megabytes) => announce(world, person, fileName, megabytes)),
  does('{person} discards the import', ({ world }, person) => act(world, person, demandRoutes.discardImport, { params: idOf(world) })),

  checks('the preview counts', async ({ world, table }) => checkTable('preview', table, Object.entries((await readImport(world)).counts), { what: words<Count>(([what]) => what), count: words<Count>(([, count]) => count) })),
  checks('the import says {code} of the cell {text}', async ({ world }, code, cell) => {
    const { rows: issues } = await world.home.viewer.read(demandRoutes.listImportIssues, { params: idOf(world), query: { limit: 500 } })
    if (!issues.some((issue) => issue.code === code && issue.place.cell === cell)) throw new Error(`found the issues ${issues.map((issue) => `${issue.code} at ${issue.place.cell}`).join(', ') || 'none'}; expected ${code} at ${cell}`)
  }),
  checks('the reports of {text} read', async ({ world, table }, name) => checkTable('reports', table, (await detailOf(world, name)).reports, reportColumns)),
  checks('the cost of {text} was read from the cell {text}, where {text} was printed', async ({ world }, name, cell, printed) => {
    const { source } = (await detailOf(world, name)).costProfile.total.why
    const found = source?.kind === 'published' ? [source.cell, source.asPublished] : [source?.kind]
    checkSame('source of the cost', found, [cell, printed])
  }),
  checks('there are {count} publications', async ({ world }, count) => checkSame('number of publications', (await world.home.viewer.read(demandRoutes.listInitiatives, { query: {} })).publications.length, count)),
  checks('the preview takes {text} for {text} by its {word}', async ({ world }, row, known, evidence) => {
    const found = theOne('row', (await world.home.viewer.read(demandRoutes.listImportRows, { params: idOf(world), query: { limit: 500 } })).rows, (one) => one.name, row)
    checkSame('match', [found.matchedName, found.match.replace('_', '-')], [known, evidence])
  }),
]

type Count = [string, ImportDraft['counts'][keyof ImportDraft['counts']]]

const money = (one: Report['cost']['low']) => (one ? ({ status: 'ok', value: one } as const) : undefined)

const reportColumns = {
  publication: words<Report>((one) => one.publication), date: words<Report>((one) => one.asOf), name: words<Report>((one) => one.name), 'linked by': words<Report>((one) => one.linkedBy.replace('_', ' ')),
  cost: amount<Report>((one) => one.cost.metric), 'cost as printed': words<Report>((one) => one.cost.asPublished), benefits: amount<Report>((one) => one.benefits.metric),
  low: amount<Report>((one) => money(one.cost.low)), high: amount<Report>((one) => money(one.cost.high)), suspect: words<Report>((one) => one.cost.suspect), flags: set<Report>((one) => one.flags),
  rating: words<Report>((one) => one.rating?.level.replace('_', '/')), scale: words<Report>((one) => one.rating?.scale.replace('_', '-')),
}

const idOf = ({ importId }: World) => ({ id: present(importId, 'import') })
const readImport = (world: World): Promise<ImportDraft> => world.home.viewer.read(demandRoutes.readImport, { params: idOf(world) })

async function upload(world: World, person: Person, fileName: string, body: Uint8Array): Promise<void> {
  const draft = await act(world, person, demandRoutes.uploadImport, { query: { fileName }, body })
  if (draft) world.importId = draft.id
}

/** The table of a scenario as the file that a publisher would give: the same headings, every cell in quotes. */
function csvOf(table: readonly Row[]): Uint8Array {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  return Buffer.from([line(Object.keys(table[0] ?? {})), ...table.map((row) => line(Object.values(row)))].join('\r\n'))
}

/** Says beforehand that the file has so many megabytes, and sends the first few bytes. */
async function announce(world: World, person: Person, fileName: string, megabytes: number): Promise<void> {
  await act(world, person, demandRoutes.uploadImport, { query: { fileName }, body: Buffer.from('Name\nBridge\n') }, { 'content-length': String(megabytes * 1024 * 1024) })
}

/** A file of so many rows, each a name and a cost. */
const longFile = (rows: number): Uint8Array => Buffer.from(['Id,Name,Whole-life cost (EUR)', ...Array.from({ length: rows }, (_, at) => `P-${at + 1},Project with a long enough name ${at + 1},${1000 + at}`)].join('\n'))
