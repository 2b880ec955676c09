import { deliveryRoutes, type Issue, type NewRisk, type Risk, type RiskList } from '@throughline/contract/delivery'
import { governanceRoutes, type InitiativeRiskAssurance, type RegisterFinding, type RiskOpinion } from '@throughline/contract/governance'
import { opinionClasses } from '@throughline/engine/governance'
import { amount, checkSame, checkTable, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { readAmount } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about registers of risks and issues, the contingency that is kept for them, and how they are kept. */
export const riskSentences: readonly Sentence[] = [
  does('{person} records the risks of {text}', async ({ world, table }, person, initiative) => {
    const { id } = await findInitiative(world, initiative)
    for (const row of present(table, 'table of risks')) {
      await act(world, person, deliveryRoutes.addRisk, { params: { id }, body: { ...(row['key'] ? { key: row['key'] } : {}), title: row['title'] ?? '', ...partsIn(row) } })
      if ((world.answer?.status ?? 0) >= 300) return
    }
  }),
  does('{person} loads the register of {text}', async ({ world, table }, person, initiative) => {
    const { id } = await findInitiative(world, initiative)
    const versions = new Map((await listOf(world, initiative)).risks.map(({ key, version }) => [key, version]))
    await act(world, person, deliveryRoutes.keepRiskList, { params: { id }, body: { rows: present(table, 'table of lines').map((row, at) => ({ line: at + 2, key: row['key'] ?? '', version: versions.get(row['key'] ?? '') ?? null, ...(row['title'] ? { title: row['title'] } : {}), ...partsIn(row) })) } })
  }),
  does('{person} reviews the risk {text} of {text}', async ({ world }, person, key, initiative) => {
    const { id, version } = await riskOf(world, initiative, key)
    await act(world, person, deliveryRoutes.reviewRisk, { params: { id }, body: { version, on: todayOf(world), words: 'As before' } })
  }),
  does('{person} says that the risk {text} of {text} can come no more because {text}', async ({ world }, person, key, initiative, overReason) => {
    const { id, version } = await riskOf(world, initiative, key)
    await act(world, person, deliveryRoutes.changeRisk, { params: { id }, body: { version, state: 'closed', overOn: todayOf(world), overReason } })
  }),
  does('{person} withdraws the risk {text} of {text}', async ({ world }, person, key, initiative) => {
    const { id, version } = await riskOf(world, initiative, key)
    await act(world, person, deliveryRoutes.withdrawRisk, { params: { id }, query: { version } })
  }),
  does('{person} records the issues of {text}', async ({ world, table }, person, initiative) => {
    const { id } = await findInitiative(world, initiative)
    for (const row of present(table, 'table of issues')) {
      const cause = row['risk'] === 'none' ? { kind: 'none' as const } : row['risk'] ? { kind: 'risk' as const, riskId: (await riskOf(world, initiative, row['risk'])).id } : null
      await act(world, person, deliveryRoutes.addIssue, { params: { id }, body: { title: row['title'] ?? '', severity: (row['severity'] ?? 'minor') as Issue['severity'], openedOn: row['opened'] ?? todayOf(world), cause } })
    }
  }),
  does('{person} agrees on a contingency of {amount} for {text} on {date}', async ({ world }, person, agreed, initiative, agreedOn) => {
    const { id } = await findInitiative(world, initiative)
    const { version } = await world.home.viewer.read(deliveryRoutes.readContingency, { params: { id } })
    await act(world, person, deliveryRoutes.agreeContingency, { params: { id }, body: { version, agreedMinor: agreed.toString(), agreedOn, words: '' } })
  }),
  does('{person} draws {amount} of the contingency of {text} for the risk {text}', async ({ world }, person, drawn, initiative, key) => {
    const [{ id }, risk] = [await findInitiative(world, initiative), await riskOf(world, initiative, key)]
    await act(world, person, deliveryRoutes.drawContingency, { params: { id }, body: { on: todayOf(world), amountMinor: drawn.toString(), for: { kind: 'risk', id: risk.id }, words: 'Pumps' } })
  }),
  does('{person} takes the first drawdown of {text} back', async ({ world }, person, initiative) => {
    const { drawdowns } = await world.home.viewer.read(deliveryRoutes.readContingency, { params: { id: (await findInitiative(world, initiative)).id } })
    await act(world, person, deliveryRoutes.reverseDrawdown, { params: { id: present(drawdowns.at(-1), 'drawdown').id }, body: { reason: 'Not drawn' } })
  }),
  does('{person} gives the risk process of {text} {word} assurance because {text}', async ({ world }, person, initiative, given, reason) => {
    const { issued, initiative: { id } } = await assuranceOf(world, initiative)
    await act(world, person, governanceRoutes.giveRiskOpinion, { params: { id }, body: { version: issued[0]?.no ?? null, class: present(opinionClasses.find((one) => one === given), `class ${given}`), words: reason } })
  }),
  checks('the risks of {text} read', async ({ world, table }, initiative) => checkTable('risks', table, (await listOf(world, initiative)).risks, riskColumns)),
  checks('the expected exposure of {text} to threats is {amount}', async ({ world }, initiative, expected) => {
    const { metric } = (await listOf(world, initiative)).exposure.threats.expected
    checkSame(`exposure of ${initiative}`, metric.status === 'ok' ? metric.value.minor : metric.status, expected.toString())
  }),
  checks('the tests of the risk process of {text} find', async ({ world, table }, initiative) => checkTable('findings', table, (await assuranceOf(world, initiative)).process.findings, findingColumns)),
  checks('the risk process of {text} gives {word} assurance', async ({ world }, initiative, expected) => {
    const { metric } = (await assuranceOf(world, initiative)).process.opinion
    checkSame(`assurance of ${initiative}`, metric.status === 'ok' ? metric.value : metric.status, expected)
  }),
  checks('the opinions on the risk process of {text} read', async ({ world, table }, initiative) => checkTable('opinions', table, (await assuranceOf(world, initiative)).issued, opinionColumns)),
]

const todayOf = ({ stage }: World): string => stage.now().toISOString().slice(0, 10)
/** What a row says of a risk beyond its key and its title. */
function partsIn(row: Row): Partial<NewRisk> {
  const text = (column: string, field: string) => (row[column] ? { [field]: row[column] } : {})
  const money = (column: string, field: string) => (row[column] ? { [field]: readAmount(row[column]).toString() } : {})
  return { ...text('kind', 'kind'), ...(row['probability'] ? { probability: Number(row['probability']) } : {}), ...money('impact', 'impactMinor'), ...money('low', 'impactLowMinor'), ...text('owner', 'owner'), ...text('response', 'strategy'), ...text('due', 'dueOn'), ...text('identified', 'identifiedOn'), ...text('may come by', 'proximityOn') }
}
const riskColumns = {
  key: words<Risk>((one) => one.key), title: words<Risk>((one) => one.title), state: words<Risk>((one) => one.state), probability: words<Risk>((one) => one.probability), owner: words<Risk>((one) => one.owner), reviews: words<Risk>((one) => one.reviews),
  impact: amount<Risk>(({ impactMinor }) => (impactMinor === null ? undefined : { status: 'ok', value: { minor: impactMinor, currency: 'EUR', basis: { kind: 'nominal' }, cashClass: 'na' } })),
}
const findingColumns = { rule: words<RegisterFinding>(({ rule }) => rule.replaceAll('_', ' ')), where: words<RegisterFinding>(({ where }) => where.name), severity: words<RegisterFinding>((one) => one.severity), found: words<RegisterFinding>((one) => one.found) }
const opinionColumns = { no: words<RiskOpinion>((one) => one.no), class: words<RiskOpinion>((one) => one.class), 'by rule': words<RiskOpinion>((one) => one.byRule), findings: words<RiskOpinion>(({ counts }) => counts.high + counts.medium + counts.low) }

const listOf = async (world: World, initiative: string): Promise<RiskList> => world.home.viewer.read(deliveryRoutes.listRisks, { params: { id: (await findInitiative(world, initiative)).id } })
const riskOf = async (world: World, initiative: string, key: string): Promise<Risk> => theOne('risk', (await listOf(world, initiative)).risks, (one) => one.key, key)
const assuranceOf = async (world: World, initiative: string): Promise<InitiativeRiskAssurance> => world.home.viewer.read(governanceRoutes.readInitiativeRiskAssurance, { params: { id: (await findInitiative(world, initiative)).id } })
