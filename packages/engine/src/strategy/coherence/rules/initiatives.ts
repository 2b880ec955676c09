import type { AssetChange, AssetNeed, CoherenceInitiative, Policy } from '../facts.ts'
import { finding, type Finding } from '../finding.ts'
import { desired, type View } from '../view.ts'

/** Harm up to which nobody needs to accept it. */
export const harmTolerance = 0.05

/** X-4: an initiative works against an objective in force, by its contribution or by its effect on a target's measure, and nobody accepted it. */
export function harms(view: View): readonly Finding[] {
  return view.initiatives.flatMap((initiative) => {
    const accepted = new Set(initiative.contributions.filter((one) => one.accepted).map(({ objectiveId }) => objectiveId))
    const judged = initiative.contributions.filter(({ contribution }) => contribution < -harmTolerance).map(({ objectiveId }) => objectiveId)
    const measured = initiative.effects.flatMap(({ measureId, low, high }) =>
      (view.targetsBy.get(view.measureOf.get(measureId)?.identity ?? '') ?? []).filter((target) => (desired(target) === 1 && high < 0) || (desired(target) === -1 && low > 0)).map(({ objectiveId }) => objectiveId),
    )
    return [...new Set([...judged, ...measured])].flatMap((objectiveId) => {
      const objective = view.objectiveOf.get(objectiveId)
      if (objective === undefined || objective.retired || accepted.has(objectiveId)) return []
      return [finding('X-4', 'tension', [{ kind: 'initiative', id: initiative.id }, { kind: 'objective', id: objectiveId }], `${initiative.name} works against ${objective.name}, and nobody has accepted it.`)]
    })
  })
}

/** X-5: one initiative needs an asset in a state that another has changed and nobody restored. */
export function destructions(view: View): readonly Finding[] {
  const assets = new Map(view.assets.map((one) => [one.id, one]))
  const known = ({ initiativeId, assetId }: AssetNeed | AssetChange): boolean => view.initiativeOf.has(initiativeId) && assets.has(assetId)
  const changes = Map.groupBy(view.assetChanges.filter(known), ({ assetId }) => assetId)
  const found = new Map<string, Finding>()
  for (const need of view.assetNeeds.filter(known)) {
    const all = changes.get(need.assetId) ?? []
    const last = all.reduce((latest, { on }) => (on <= need.from && on > latest ? on : latest), '')
    for (const change of all.filter(({ on }) => on === last || (need.from < on && on < need.to))) {
      if (change.state === need.state || change.initiativeId === need.initiativeId) continue
      const [one, other] = [view.initiativeOf.get(need.initiativeId), view.initiativeOf.get(change.initiativeId)]
      const each = finding('X-5', 'hard', [{ kind: 'initiative', id: need.initiativeId }, { kind: 'initiative', id: change.initiativeId }, { kind: 'asset', id: need.assetId }],
        `${one?.name ?? ''} needs ${assets.get(need.assetId)?.name ?? ''} to be ${need.state} from ${need.from}; ${other?.name ?? ''} makes it ${change.state} on ${change.on}.`)
      found.set(each.key, each)
    }
  }
  return [...found.values()]
}

/** X-8: an initiative that an objective cannot do without finishes after the deadline; hard where it does so half of the time. */
export function lateDates(view: View): readonly Finding[] {
  return view.requirements.flatMap(({ objectiveId, initiativeId, deadline, milestone, finish }) => {
    const [objective, initiative] = [view.objectiveOf.get(objectiveId), view.initiativeOf.get(initiativeId)]
    const ends = finish ?? initiative?.finish
    if (objective === undefined || objective.retired || initiative === undefined || !ends || ends.p80 <= deadline) return []
    const { p50, p80 } = ends
    const due = milestone === undefined ? objective.name : `${milestone} of ${objective.name}`
    return [finding('X-8', p50 > deadline ? 'hard' : 'tension', [{ kind: 'objective', id: objectiveId }, { kind: 'initiative', id: initiativeId }],
      `${due} is due on ${deadline} and needs ${initiative.name}, which finishes by ${p50} half of the time and by ${p80} four times of five.`)]
  })
}

/** X-11: an attribute of an initiative breaks a policy that holds during its life. An attribute that nobody gave breaks nothing. */
export function policyBreaches(view: View): readonly Finding[] {
  return view.policies.flatMap((policy) =>
    view.initiatives.filter((initiative) => lives(initiative, policy) && breaks(policy, initiative.attributes[policy.attribute])).map((initiative) =>
      finding('X-11', 'hard', [{ kind: 'policy', id: policy.id }, { kind: 'initiative', id: initiative.id }], `${initiative.name} has ${policy.attribute} ${inWords(initiative.attributes[policy.attribute], policy)}; ${policy.name} asks for ${ruleWords[policy.rule]} ${inWords(policy.value, policy)}.`),
    ),
  )
}

const ruleWords: Readonly<Record<Policy['rule'], string>> = { at_most: 'at most', at_least: 'at least', equals: 'nothing but', differs: 'anything but' }

const inWords = (value: string | number | boolean | undefined, { parts = 1, unit }: Policy): string => (typeof value === 'number' ? `${grouped((value / parts).toFixed(2))}${unit === undefined ? '' : ` ${unit}`}` : String(value))

/** `4000000.50` → `4,000,000.5` */
const grouped = (text: string): string => text.replace(/\.?0+$/, '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

const lives = ({ from, to }: CoherenceInitiative, policy: Policy): boolean => (from === null || from < policy.to) && (to === null || policy.from < to)

function breaks({ rule, value }: Policy, found: string | number | boolean | undefined): boolean {
  if (found === undefined) return false
  switch (rule) {
    case 'at_most':
      return typeof found === 'number' && typeof value === 'number' && found > value
    case 'at_least':
      return typeof found === 'number' && typeof value === 'number' && found < value
    case 'equals':
      return found !== value
    case 'differs':
      return found === value
  }
}
