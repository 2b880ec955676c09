import type { InitiativeFacts } from '@throughline/engine/demand'
import { invariant } from '@throughline/engine/kernel'
import { weightUnits } from '@throughline/engine/strategy'
import { Value } from 'typebox/value'
import { newId, type Actor, type Record as Recorder, type Tx } from '../../database/index.ts'
import { contributionsBy, StrategyFile } from '../example-file.ts'
import { withoutUnitObjectives } from '../example-units.ts'
import { isUnit } from '../store.ts'
import { contentInForce, contributionsInForce, plainDocument, type DraftContent, type JudgedContribution } from '../versions/content.ts'
import { insertDocument, insertVersion, plainLink, readLinks } from '../versions/store.ts'
import { lockStrategy } from '../write-store.ts'

type Applying = { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly at: string }

/**
 * Writes the later strategy of an example as the draft of the next version, beside the one in force: what became of each objective, and
 * contributions that are judged anew; of the other objectives they are carried over. Nothing changes until it is approved.
 */
export async function applyNextStrategyFile({ tx, actor, record, at }: Applying, file: unknown, initiatives: readonly InitiativeFacts[]): Promise<void> {
  invariant(Value.Check(StrategyFile, file), 'the later strategy of an example has the expected form')
  const stored = await lockStrategy(tx, actor.orgId)
  const inForce = contentInForce(stored, (await readLinks(tx)).map(plainLink))
  const content = contentOf(file, inForce)
  const judged = new Set(file.contributionRules.rules.map(({ objective }) => objective))
  const place = (initiativeId: string, key: string): string => `${initiativeId} ${key}`
  const before = new Map(contributionsInForce(stored).map((one) => [place(one.initiativeId, one.key), one.contribution]))
  const given = new Map(contributionsBy(file.contributionRules.rules, initiatives).map((one) => [place(one.initiativeId, one.objective), one]))
  const contributions = initiatives.flatMap(({ id: initiativeId }) => [...judged].flatMap((key): readonly JudgedContribution[] => {
    const [now, base] = [given.get(place(initiativeId, key)), before.get(place(initiativeId, key)) ?? null]
    if (now) return [{ initiativeId, key, contribution: now.contribution, rationale: now.rationale, base }]
    return base === null && !isCarried(file, key, (from) => before.has(place(initiativeId, from))) ? [] : [{ initiativeId, key, contribution: null, rationale: '', base }]
  }))
  const mappings = (file.became ?? []).map((one) => (one.kind === 'retired' || one.kind === 'added' ? { kind: one.kind, key: one.key, weight: one.weight.map(({ key, units }) => ({ key, weight: units / weightUnits })) } : one))
  const id = newId()
  const head = { title: file.name, reason: file.reason ?? file.sourceNote, signal_on: file.signalOn ?? at.slice(0, 10) }
  await insertVersion(tx, { ...head, org_id: actor.orgId, id, strategy_id: stored.strategy.id, no: stored.inForce.no + 1, status: 'draft', drafted_at: at, drafted_by_id: actor.accountId, drafted_by: actor.name, changed_at: at, changed_by: actor.name })
  const plain = plainDocument(content, inForce)
  await insertDocument(tx, actor.orgId, id, { ...plain, contributions, mappings, settings: { ...plain.settings, hysteresis: file.hysteresis ?? 0 } })
  await record({ room: 'strategy', kind: 'strategy_version', id, before: null, after: { title: head.title, signalOn: head.signal_on, objectives: content.objectives.length, contributions: contributions.length } })
}

/** Whether an objective would be given something by what it was split from. */
const isCarried = ({ became = [] }: StrategyFile, key: string, had: (from: string) => boolean): boolean => became.some((one) => (one.kind === 'split' && one.to.includes(key) && had(one.from)) || (one.kind === 'merged' && one.to === key && one.from.some(had)))

/** What the file says, with the ids that perspectives, objectives, measures and links have already; measures are known by their names, links by what they join. */
function contentOf(file: StrategyFile, inForce: DraftContent): DraftContent {
  const perspectives = new Map(file.perspectives.map(({ key, name }) => [key, inForce.perspectives.find((one) => one.name === name)?.id]))
  const objectives = new Map(inForce.objectives.map((one) => [one.key, one]))
  const measures = new Map(inForce.objectives.flatMap((one) => one.measures.map((measure) => [measure.name, measure] as const)))
  const links = new Map(inForce.links.map(({ id, from, to }) => [`${from} ${to}`, id]))
  return {
    ...inForce, unitStrategies: withoutUnitObjectives(inForce.unitStrategies, file.unitObjectivesRetired ?? []), name: file.name, mission: file.mission, vision: file.vision,
    objectives: file.objectives.map(({ key, perspective, statement, description, weight, owner, deadline, mandatory, citations, measures: given }) => {
      const perspectiveId = perspectives.get(perspective)
      invariant(perspectiveId !== undefined, `the strategy in force has the perspective ${perspective}`)
      return {
        key, id: objectives.get(key)?.id ?? newId(), perspectiveId, statement, description, weight, owner, deadline, mandatory, parentKey: null, origin: file.origin, citations,
        measures: given.map(({ name, definition, unit, direction, baseline, baselineOn, target, dueOn, tolerance }) => ({ id: measures.get(name)?.id ?? newId(), name, definition, unit: isUnit(unit) ? unit : 'count', direction, target: { baseline, baselineOn, target, dueOn, tolerance }, band: null })),
      }
    }),
    links: (file.links ?? []).map((link) => ({ ...link, id: links.get(`${link.from} ${link.to}`) ?? newId() })),
  }
}
