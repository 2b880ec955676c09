import { valueRoutes, type PlanLine, type PlanPart } from '@throughline/contract/value'
import type { PlanStage } from '@throughline/engine/value'
import { checkTable, number, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findObjective, nobodysId } from './find.ts'

/** Sentences about the business plan; a line has a row for each of its periods. */
export const businessPlanSentences: readonly Sentence[] = [
  does('{person} writes into the business plan', async ({ world, table }, person) => {
    for (const [name, rows] of Map.groupBy(present(table, 'table of plan lines'), ({ line = '' }) => line)) {
      const [{ kind = '', unit = 'EUR.cash', objective = '' } = {}] = rows
      const least = (text: string): string => String(Math.round(Number(text) * (unit.includes('.') ? 100 : 1)))
      const amounts = rows.map(({ from = '', to = '', baseline = '', planned = '' }) => ({ from, to, baseline: baseline === '' ? null : least(baseline), planned: least(planned) }))
      await act(world, person, valueRoutes.addPlanLine, { body: { name, kind: kind as 'cost', unit, amounts, objectiveIds: objective === '' ? [] : [(await findObjective(world, objective)).id] } })
    }
  }),
  does('{person} links {text} to the plan line {text}', async ({ world }, person, benefit, line) => {
    const { benefits } = await world.home.viewer.read(valueRoutes.readRegister, {})
    await act(world, person, valueRoutes.linkBenefitToPlan, { body: { benefitId: benefits.find(({ name }) => name === benefit)?.id ?? nobodysId, lineId: (await readLines(world)).find(({ name }) => name === line)?.id ?? nobodysId } })
  }),
  checks('the business plan reads', async ({ world, table }) => checkTable('the business plan', table, rowsOf(await readLines(world)), columns)),
  checks('the business plan reads as {word}', async ({ world, table }, stage) => checkTable('the business plan', table, rowsOf(await readLines(world, stage as PlanStage)), columns)),
]

const readLines = async ({ home }: World, stage: PlanStage = 'promised'): Promise<readonly PlanLine[]> => (await home.viewer.read(valueRoutes.readBusinessPlan, { query: { stage } })).lines

type Row = { readonly name: string; readonly unit: string; readonly about: string; readonly part: PlanPart }
const rowsOf = (lines: readonly PlanLine[]): readonly Row[] => lines.flatMap(({ name, unit, objectives, parts }) => parts.map((part) => ({ name, unit, about: objectives.map(({ statement }) => statement).join(', '), part })))
const whole = (key: 'ambition' | 'claimed' | 'covered' | 'uncovered' | 'over') =>
  words<Row>(({ unit, part: { [key]: metric } }) => (metric.status === 'ok' ? String(Number(metric.value) / (unit.includes('.') ? 100 : 1)) : metric.status === 'undefined' ? metric.reason : metric.status))
const columns = {
  line: words<Row>(({ name }) => name), objective: words<Row>(({ about }) => about), standing: words<Row>(({ part: { standing } }) => standing), ambition: whole('ambition'), promised: whole('claimed'), covered: whole('covered'), uncovered: whole('uncovered'), over: whole('over'),
  coverage: number<Row>(({ part: { coverage } }) => coverage),
}
