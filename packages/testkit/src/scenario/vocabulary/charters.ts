import { governanceRoutes, type Charter, type CharterOverlap, type CharterText, type RaciRow } from '@throughline/contract/governance'
import { checkTable, set, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, type World } from '../world.ts'
import { findUnit } from './find.ts'

/** Sentences about role charters. A table beneath one holds its subjects: `accountable` and `responsible` name parties, `where` a unit. */
export const charterSentences: readonly Sentence[] = [
  does('{person} writes the charter of {text}', async ({ world, table }, person, body) => act(world, person, governanceRoutes.addCharter, { body: { ...blank, body, rows: await rowsOf(world, table) } })),
  does('{person} writes the charter of {text}, renewed where {names}', async ({ world, table }, person, body, criteria) => act(world, person, governanceRoutes.addCharter, { body: { ...blank, body, criteria: [...criteria], rows: await rowsOf(world, table) } })),
  does('{person} signs the charter of {text} until {date}', async ({ world }, person, body, expiresOn) => {
    const { id, version } = await findCharter(world, body)
    await act(world, person, governanceRoutes.signCharter, { params: { id }, body: { version, expiresOn, words: 'For now' } })
  }),
  does('{person} renews the charter of {text} until {date} since {names}', async ({ world }, person, body, expiresOn, met) => {
    const { id, version } = await findCharter(world, body)
    await act(world, person, governanceRoutes.signCharter, { params: { id }, body: { version, expiresOn, words: 'Still needed', findings: met.map((criterion) => ({ criterion, met: true, evidence: 'The survey of this year' })) } })
  }),
  does('{person} ends the charter of {text}', async ({ world }, person, body) => {
    const { id, version } = await findCharter(world, body)
    await act(world, person, governanceRoutes.endCharter, { params: { id }, body: { version, reason: 'Merged' } })
  }),
  checks('the charters read', async ({ world, table }) => checkTable('charters', table, (await chartersOf(world)).charters, charterColumns)),
  checks('the overlaps of charters read', async ({ world, table }) => checkTable('overlaps', table, (await chartersOf(world)).overlaps, overlapColumns)),
]

const blank: CharterText = { body: '', role: null, purpose: '', inside: [], outside: [], rows: [], criteria: [] }
const chartersOf = ({ home }: World) => home.viewer.read(governanceRoutes.readCharters, {})
const findCharter = async (world: World, body: string): Promise<Charter> => theOne('charter', (await chartersOf(world)).charters, ({ text }) => text.body, body)

async function rowsOf(world: World, table: readonly Row[] | undefined): Promise<RaciRow[]> {
  const parties = (cell: string | undefined) => (cell === undefined || cell === '' ? [] : cell.split(', '))
  return Promise.all((table ?? []).map(async (row): Promise<RaciRow> => {
    const [accountable, responsible, where] = [parties(row['accountable']), parties(row['responsible']), row['where'] ?? '']
    return {
      subject: row['subject'] ?? '', decides: true, unitId: where === '' ? null : (await findUnit(world, where)).id,
      parts: [...accountable.map((party) => ({ party, letter: responsible.includes(party) ? ('AR' as const) : ('A' as const) })), ...responsible.filter((party) => !accountable.includes(party)).map((party) => ({ party, letter: 'R' as const }))],
    }
  }))
}

const charterColumns = {
  body: words<Charter>(({ text }) => text.body), state: words<Charter>((one) => one.state), edition: words<Charter>(({ editions: [last] }) => last?.no), expires: words<Charter>(({ editions: [last] }) => last?.expiresOn), faults: set<Charter>(({ faults }) => faults.map(({ subject, kind }) => `${subject} ${kind}`)),
}
const overlapColumns = { subject: words<CharterOverlap>((one) => one.subject), bodies: set<CharterOverlap>((one) => one.bodies), conflict: words<CharterOverlap>(({ conflict }) => (conflict ? 'yes' : 'no')) }
