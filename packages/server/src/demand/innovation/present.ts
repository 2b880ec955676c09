import type { ChangePlan, Experiment, Innovation } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { betStages, changeTemplates, innovationAccount, isProved } from '@throughline/engine/demand'
import { known, missing, money, type CivilDate } from '@throughline/engine/kernel'
import type { StoredIdea, StoredMove } from '../ideas/store.ts'
import type { StoredExperiment, StoredPlan } from './store.ts'

/** Experiments that one answer lists. */
const most = 200

type Kept = { readonly ideas: readonly StoredIdea[]; readonly moves: readonly StoredMove[]; readonly experiments: readonly StoredExperiment[]; readonly plans: readonly StoredPlan[]; readonly initiatives: ReadonlyMap<string, string>; readonly currency: string; readonly today: CivilDate }

/** What trying out ideas came to. */
export function presentInnovation({ ideas, moves, experiments, plans, initiatives, currency, today }: Kept): Innovation {
  const titles = new Map(ideas.map(({ id, title }) => [id, title]))
  const everTried = new Set(moves.filter(({ went_to }) => went_to === 'incubating').map(({ idea_id }) => idea_id))
  const taken = new Map(moves.filter(({ went_to }) => went_to === 'to_case').map(({ idea_id, moved_at }) => [idea_id, moved_at]))
  const tried = ideas.filter(({ id }) => everTried.has(id))
  const byIdea = Map.groupBy(experiments, ({ idea_id }) => idea_id)
  const account = innovationAccount({ experiments: experiments.map(({ result, cap_minor, cost_minor }) => ({ result, capMinor: BigInt(cap_minor), costMinor: cost_minor === null ? null : BigInt(cost_minor) })), tried: tried.map(({ state }) => state), currency })
  const [running, ended] = [experiments.filter(({ result }) => result === null), experiments.filter(({ result }) => result !== null)]
  const listed = [...running.toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1)), ...ended].slice(0, most)
  return {
    experiments: listed.map((row) => presentExperiment(row, { titles, currency, today })), omitted: experiments.length - listed.length, ...toWire(account),
    tried: tried.filter(({ state }) => state === 'incubating').map(({ id, title }) => {
      const own = byIdea.get(id) ?? []
      const proved = betStages.filter((stage) => isProved(stage, own))
      return { idea: { id, name: title }, proved, next: betStages.find((stage) => !proved.includes(stage)) ?? null, running: own.filter(({ result }) => result === null).length }
    }),
    adopted: tried.flatMap(({ id, title, state, initiative_id }) => (state !== 'to_case' || initiative_id === null ? [] : [{
      idea: { id, name: title }, initiative: { id: initiative_id, name: initiatives.get(initiative_id) ?? title }, on: (taken.get(id) ?? today).slice(0, 10), experiments: (byIdea.get(id) ?? []).length,
    }])),
    templates: changeTemplates.map(({ steps, ...one }) => ({ ...one, steps: [...steps] })), plans: plans.map((row) => presentPlan(row, initiatives)),
  }
}

type Told = { readonly titles: ReadonlyMap<string, string>; readonly currency: string; readonly today: CivilDate }
const presentExperiment = (row: StoredExperiment, { titles, currency, today }: Told): Experiment => ({
  id: row.id, version: row.version, idea: { id: row.idea_id, name: titles.get(row.idea_id) ?? '' }, stage: row.stage, hypothesis: row.hypothesis, design: row.design, threshold: row.threshold, dueOn: row.due_on, overdue: row.result === null && row.due_on < today, by: row.designed_by, at: row.designed_at,
  state: row.result ?? 'running', ...toWire({ cap: known(money(BigInt(row.cap_minor), currency)), cost: row.cost_minor === null ? missing('cost') : known(money(BigInt(row.cost_minor), currency)) }) as Pick<Experiment, 'cap' | 'cost'>, evidence: row.evidence,
})

const presentPlan = ({ id, version, initiative_id, template, owner_id, owner, begun_at, steps }: StoredPlan, initiatives: ReadonlyMap<string, string>): ChangePlan => ({
  id, version, initiative: { id: initiative_id, name: initiatives.get(initiative_id) ?? 'An initiative that was removed' }, template: template as ChangePlan['template'], owner: { id: owner_id, name: owner }, at: begun_at, steps,
})
