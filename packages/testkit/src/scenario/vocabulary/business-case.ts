import { demandRoutes, type BusinessCase, type CaseAssumption, type CaseLineSaid, type CaseOptionSaid } from '@throughline/contract/demand'
import { caseElements } from '@throughline/engine/demand'
import { parseDecimal } from '@throughline/engine/kernel'
import { amount, checkTable, number, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

const said = 'It is said here in enough words.'

/** Sentences about business cases: options with their cash flow by year from the one to which values are discounted (0), what they come to, and what is missing. */
export const businessCaseSentences: readonly Sentence[] = [
  does('{person} begins the business case of {text} as {text}', async ({ world }, person, name, framework) => act(world, person, demandRoutes.draftBusinessCase, { params: { id: (await findInitiative(world, name)).id }, body: { framework: framework === 'green book' ? 'green_book' : 'commercial' } })),
  does('{person} adds the option {text} to the business case of {text}', async ({ world }, person, option, name) => {
    const { id, shown } = await caseOf(world, name)
    const options: CaseOptionSaid[] = shown.options.map(({ lines: _, risks: _risks, ...one }) => one)
    await act(world, person, demandRoutes.changeBusinessCase, { params: { id }, body: { version: shown.version, options: [...options, { id: crypto.randomUUID(), kind: 'do_something', name: option, about: '', estimate: 'base', bias: null, overrun: null, realised: null, unmonetised: [] }] } })
  }),
  does('{person} gives the cash flow of {text} in the business case of {text}', async ({ world, table }, person, option, name) => {
    const { id, shown } = await caseOf(world, name)
    await act(world, person, demandRoutes.setCaseFlows, { params: { id }, body: { version: shown.version, optionId: theOne('option', shown.options, (one) => one.name, option).id, lines: (table ?? []).map((row) => lineOf(row, shown.basis.presentYear)), risks: [] } })
  }),
  does('{person} writes the business case of {text}, and prefers {text}', async ({ world }, person, name, option) => {
    const { id, shown } = await caseOf(world, name)
    await act(world, person, demandRoutes.changeBusinessCase, { params: { id }, body: { version: shown.version, words: Object.fromEntries(caseElements.filter((one) => one.words).map(({ key }) => [key, said])), preferred: { optionId: theOne('option', shown.options, (one) => one.name, option).id, reason: said } } })
  }),
  does('{person} submits the business case of {text}', async ({ world }, person, name) => {
    const { id, shown } = await caseOf(world, name)
    await act(world, person, demandRoutes.submitBusinessCase, { params: { id }, body: { version: shown.version } })
  }),
  does('{person} decides that the business case of {text} is {text}', async ({ world }, person, name, outcome) => {
    const { id, shown } = await caseOf(world, name)
    await act(world, person, demandRoutes.decideBusinessCase, { params: { id }, body: { version: shown.version, outcome: outcome as 'approved', reason: said } })
  }),
  does('{person} asks for the document of the business case of {text}', async ({ world }, person, name) => act(world, person, demandRoutes.documentBusinessCase, { params: { id: (await findInitiative(world, name)).id }, query: {} })),
  checks('the options of the business case of {text} read', async ({ world, table }, name) => {
    const { shown } = await caseOf(world, name)
    checkTable('options', table, present(shown.appraisal ?? undefined, 'appraisal').options.map((one) => ({ ...one, name: shown.options.find(({ id }) => id === one.optionId)?.name })), optionColumns)
  }),
  checks('{text} of the business case of {text} switches at', async ({ world, table }, option, name) => {
    const { shown } = await caseOf(world, name)
    const { optionId } = { optionId: theOne('option', shown.options, (one) => one.name, option).id }
    checkTable('assumptions', table, present(shown.appraisal?.options.find((one) => one.optionId === optionId), 'appraisal of the option').sensitivity, assumptionColumns)
  }),
  checks('the business case of {text} lacks', async ({ world, table }, name) => checkTable('what is missing', table, (await caseOf(world, name)).shown.missing, { element: words<BusinessCase['missing'][number]>(({ element }) => element), giver: words<BusinessCase['missing'][number]>(({ giver }) => giver) })),
  checks('the business case of {text} is {text}', async ({ world }, name, state) => checkTable('cases', [{ state }], [(await caseOf(world, name)).shown], { state: words<BusinessCase>((one) => one.state) })),
]

type Appraised = NonNullable<BusinessCase['appraisal']>['options'][number] & { readonly name: string | undefined }
const optionColumns = {
  option: words<Appraised>(({ name }) => name), place: words<Appraised>(({ rank }) => rank), worth: amount<Appraised>(({ figures }) => figures.net_present_value.metric), 'against doing nothing': amount<Appraised>(({ against }) => against?.net_present_value.metric),
  ratio: number<Appraised>(({ figures }) => figures.ratio.metric), payback: number<Appraised>(({ figures }) => figures.payback.metric), rate: number<Appraised>(({ figures }) => figures.internal_rate.metric),
}
const assumptionColumns = { assumption: words<CaseAssumption>(({ name }) => name), at: number<CaseAssumption>(({ switching, unit }) => (switching.metric.status === 'ok' && unit === 'money' ? { status: 'ok', value: switching.metric.value / 100 } : switching.metric)) }

async function caseOf({ home }: World, name: string): Promise<{ readonly id: string; readonly shown: BusinessCase }> {
  const { rows } = await home.viewer.read(demandRoutes.listInitiatives, { query: {} })
  const { id } = theOne('initiative', rows, (row) => row.name, name)
  return { id, shown: present((await home.owner.read(demandRoutes.readBusinessCase, { params: { id } })).shown ?? undefined, `business case of ${name}`) }
}

/** Columns 0, 1 and so on are years from the one to which values are discounted. */
function lineOf({ line = '', kind = '', ...years }: Row, from: number): CaseLineSaid {
  const amounts = Object.entries(years).flatMap(([year, cell]) => (cell ? [{ year: from + Number(year), minor: String(parseDecimal(cell, 2) ?? 0n) }] : []))
  return { id: crypto.randomUUID(), name: line, kind: kind.replaceAll(/[- ]/g, '_') as CaseLineSaid['kind'], amounts, range: null, source: 'Estimate' }
}
