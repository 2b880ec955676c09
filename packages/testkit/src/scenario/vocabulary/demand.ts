import { demandRoutes, type InitiativeChange, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { amount, checkSame, checkTable, number, set, truth, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { readAmount, type Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, idsOfInitiatives, listInitiatives, nobodysId } from './find.ts'

/** Sentences about initiatives and their ties. */
export const demandSentences: readonly Sentence[] = [
  does('the initiatives', async ({ world, table }) => {
    for (const row of present(table, 'table of initiatives')) await addInitiative(world, 'the editor', row['initiative'] ?? '', row)
  }),
  does('{person} adds the initiative {text}', ({ world, table }, person, name) => addInitiative(world, person, name, table?.[0] ?? {})),
  does('{person} opens the initiative {text}', async ({ world }, person, name) => void world.opened.set(`${person} ${name}`, (await findInitiative(world, name)).version)),
  does('{person} changes the initiative {text}', async ({ world, table }, person, name) => {
    const { id, version } = await findInitiative(world, name)
    const change = { version: world.opened.get(`${person} ${name}`) ?? version, ...(await fieldsOf(world, present(table?.[0], 'table of what changes'))) }
    await act(world, person, demandRoutes.changeInitiative, { params: { id }, body: change as InitiativeChange })
  }),
  does('{person} gives the cost of {text} by year', async ({ world, table }, person, name) => {
    const { id, version } = await findInitiative(world, name)
    const lines = present(table, 'table of years').map((row) => ({ year: Number(row['year']), kind: 'cost' as const, amountMinor: String(readAmount(row['amount'] ?? '')) }))
    await act(world, person, demandRoutes.setYears, { params: { id }, body: { version, lines } })
  }),
  does('{person} removes the initiative {text}', async ({ world }, person, name) => act(world, person, demandRoutes.removeInitiative, { params: { id: (await findInitiative(world, name)).id } })),
  does('{person} asks for the initiative {text}', async ({ world }, person, name) => act(world, person, demandRoutes.readInitiative, { params: { id: (await findInitiative(world, name)).id } })),
  does('{person} asks for an initiative that is not there', ({ world }, person) => act(world, person, demandRoutes.readInitiative, { params: { id: nobodysId } })),
  does('{person} adds the initiative {text} to a department that is not there', ({ world }, person, name) => act(world, person, demandRoutes.createInitiative, { body: { name, unitId: nobodysId } })),
  does('{text} needs {text}', async ({ world }, from, to) => {
    const [fromId, toId] = await idsOfInitiatives(world, [from, to])
    await act(world, 'the editor', demandRoutes.createDependency, { body: { fromId: fromId ?? '', toId: toId ?? '' } })
  }),
  does('at most one of {names} may be chosen', async ({ world }, names) => act(world, 'the editor', demandRoutes.createExclusion, { body: { name: names.join(' or '), initiativeIds: await idsOfInitiatives(world, names) } })),
  does('{person} loads the example {text}', ({ world }, person, key) => act(world, person, demandRoutes.loadExample, { params: { key } })),

  checks('the initiatives read', async ({ world, table }) => checkTable('initiatives', table, await listInitiatives(world), initiativeColumns)),
  checks('there are {count} initiatives', async ({ world }, count) => checkSame('number of initiatives', (await listInitiatives(world)).length, count)),
  checks('the cost of {text} by year reads', async ({ world, table }, name) => {
    const detail = await detailOf(world, name)
    checkTable('years', table, detail.costProfile.lines, yearColumns)
  }),
  checks('the editor of another organisation finds {count} initiatives', async ({ world }, count) =>
    checkSame('number of initiatives elsewhere', (await (await world.other()).editor.read(demandRoutes.listInitiatives, { query: {} })).rows.length, count)),
]

const yearColumns = {
  year: words<Detail['costProfile']['lines'][number]>((line) => line.label),
  amount: amount<Detail['costProfile']['lines'][number]>((line) => ({ status: 'ok', value: line.amount })),
  derived: truth<Detail['costProfile']['lines'][number]>((line) => line.derived),
}

type Detail = Awaited<ReturnType<typeof detailOf>>
/** All that one page of an initiative shows. */
export const detailOf = async (world: World, name: string) => world.home.viewer.read(demandRoutes.readInitiative, { params: { id: (await findInitiative(world, name)).id } })

const ratingWords = (rating: InitiativeRow['rating']): string | null => rating && `${rating.level.replace('_', '/')}, ${rating.scale.replace('_', '-')}`

const initiativeColumns = {
  initiative: words<InitiativeRow>((row) => row.name), key: words<InitiativeRow>((row) => row.key), state: words<InitiativeRow>((row) => row.state), department: words<InitiativeRow>((row) => row.unit),
  cost: amount<InitiativeRow>((row) => row.cost), benefits: amount<InitiativeRow>((row) => row.benefits), 'forecast of the year': amount<InitiativeRow>((row) => row.inYearForecast),
  ratio: number<InitiativeRow>((row) => row.ratio), alignment: number<InitiativeRow>((row) => row.alignment),
  rating: words<InitiativeRow>((row) => ratingWords(row.rating)), 'rating before': words<InitiativeRow>((row) => ratingWords(row.previousRating)),
  start: words<InitiativeRow>((row) => row.startOn), end: words<InitiativeRow>((row) => row.endOn), current: truth<InitiativeRow>((row) => row.current), reports: words<InitiativeRow>((row) => row.reports),
  flags: set<InitiativeRow>((row) => row.flags), version: words<InitiativeRow>((row) => row.version),
}

async function addInitiative(world: World, person: Person, name: string, row: Row): Promise<void> {
  const { initiative: _, ...rest } = row
  await act(world, person, demandRoutes.createInitiative, { body: { name, ...(await fieldsOf(world, rest)) } })
}

type Fields = Partial<Omit<InitiativeChange, 'version'>> & { key?: string }

/** Fields of an initiative from a row; blank cells are left out. */
async function fieldsOf(world: World, row: Row): Promise<Fields> {
  const fields: Record<string, unknown> = {}
  for (const [heading, cell] of Object.entries(row)) {
    if (cell === '') continue
    switch (heading) {
      case 'key': case 'category': case 'state': case 'sponsor': case 'why': fields[heading] = cell; break
      case 'name': fields['name'] = cell; break
      case 'cost': fields['costMinor'] = readAmount(cell).toString(); break
      case 'benefits': fields['benefitsMinor'] = readAmount(cell).toString(); break
      case 'start': fields['startOn'] = cell; break
      case 'end': fields['endOn'] = cell; break
      case 'mandatory': fields['mandatory'] = cell === 'yes'; break
      case 'department': fields['unitId'] = await unitNamed(world, cell); break
      case 'rating': fields['rating'] = ratingOf(cell); break
      default: throw new Error(`found the column "${heading}"; expected a field of an initiative`)
    }
  }
  return fields
}

/** `amber/red, five-point` */
function ratingOf(cell: string): InitiativeRow['rating'] {
  const [level = '', scale = ''] = cell.split(', ')
  return { level: level.replace('/', '_'), scale: scale.replace('-', '_') } as InitiativeRow['rating']
}

async function unitNamed({ home }: World, name: string): Promise<string> {
  const known = (await home.editor.read(peopleRoutes.listUnits, {})).find((unit) => unit.name === name)
  return (known ?? (await home.editor.read(peopleRoutes.createUnit, { body: { code: name, name, kind: 'department' } }))).id
}
