import { isEstimated, sameEstimate } from '../../delivery/index.ts'
import { daysBetween, known, missing, numberFigure, type CivilDate, type Explanation, type Metric } from '../../kernel/index.ts'
import type { AssuredRisk, FindingSeverity, RegisterFacts, RegisterFinding, RiskRules } from './facts.ts'
import { dayShown, daysSaid, finding, ofRisk, textShown } from './finding.ts'

/** Whether a risk may come soon, or might have come already. */
export const isNear = ({ proximityOn }: Pick<AssuredRisk, 'proximityOn'>, today: CivilDate, { nearDays }: Pick<RiskRules, 'nearDays'>): boolean => proximityOn !== null && daysBetween(today, proximityOn) <= nearDays
const soon = (near: boolean): FindingSeverity => (near ? 'high' : 'medium')

type Seen = { readonly risk: AssuredRisk; readonly today: CivilDate; readonly near: boolean; readonly intervalDays: number; readonly rules: RiskRules }

/** How long a risk may go without a review: by how soon it may come, else by the tier of its initiative. */
export const reviewInterval = (near: boolean, tier: RegisterFacts['tier'], { nearReviewDays, fullReviewDays, lowReviewDays }: RiskRules): number => (near ? nearReviewDays : tier === 'full' ? fullReviewDays : lowReviewDays)
/** The reviews of a risk, the last one last. */
export const reviewsOf = ({ estimates }: Pick<AssuredRisk, 'estimates'>): AssuredRisk['estimates'] => estimates.filter(({ occasion }) => occasion === 'reviewed')
/** Days since the last review; since it was identified where there was none. */
export const unreviewedDays = (risk: AssuredRisk, today: CivilDate): number => daysBetween(reviewsOf(risk).at(-1)?.on ?? risk.identifiedOn, today)

/** What each open risk lacks: an owner, a response, a review in time, an estimate, and one that is still thought about. */
export const attentionFindings = ({ risks, today, tier }: RegisterFacts, rules: RiskRules): readonly RegisterFinding[] =>
  risks.filter(({ state }) => state === 'open').flatMap((risk) => {
    const near = isNear(risk, today, rules)
    const seen: Seen = { risk, today, near, intervalDays: reviewInterval(near, tier, rules), rules }
    return [...unowned(seen), ...unanswered(seen), ...unreviewed(seen), ...unestimated(seen), ...stale(seen)]
  })

const proximity = ({ proximityOn }: AssuredRisk): readonly Explanation[] => (proximityOn === null ? [] : [dayShown('May come by', proximityOn)])

const unowned = ({ risk }: Seen): readonly RegisterFinding[] => ((risk.owner ?? '').trim() !== '' ? [] : [finding({ rule: 'unowned', severity: 'high', where: ofRisk(risk), found: 'no owner', expected: 'somebody who answers for it', shown: [dayShown('Identified', risk.identifiedOn)] })])

/** A response that is to be done has a day, and is done by it; to accept is a response that asks for no more. */
function unanswered({ risk, today, near }: Seen): readonly RegisterFinding[] {
  const { strategy, dueOn, doneOn, actions } = risk
  const where = ofRisk(risk)
  if (strategy === null) return [finding({ rule: 'unanswered', severity: soon(near), where, found: 'no response', expected: 'a response, if only that it is accepted', shown: [dayShown('Identified', risk.identifiedOn), ...proximity(risk)] })]
  if (doneOn !== null || strategy === 'accept') return []
  const shown = [textShown('Response', strategy), ...(actions === '' ? [] : [textShown('Actions', actions)])]
  if (dueOn === null) return [finding({ rule: 'response_undated', severity: 'low', where, found: 'a response without a day by which it is due', expected: 'a day, or the one on which it was done', shown })]
  if (dueOn >= today) return []
  return [finding({ rule: 'response_overdue', severity: soon(near), where, found: `a response overdue by ${daysSaid(daysBetween(dueOn, today))}`, expected: `done by ${dueOn}`, shown: [...shown, dayShown('Due', dueOn), ...proximity(risk)] })]
}

/** Reviewed within the interval; what has gone twice as long is of high severity. */
function unreviewed({ risk, today, near, intervalDays, rules }: Seen): readonly RegisterFinding[] {
  const [days, last] = [unreviewedDays(risk, today), reviewsOf(risk).at(-1)]
  if (days <= intervalDays) return []
  const why = near ? `of what may come within ${daysSaid(rules.nearDays)}` : 'of its tier'
  const shown = [last ? dayShown('Last review', last.on) : dayShown('Identified', risk.identifiedOn), { term: 'Days since', figure: known(numberFigure(days, 'day')) }, { term: 'Agreed interval', figure: known(numberFigure(intervalDays, 'day')), note: `That ${why}` }, ...proximity(risk)]
  return [finding({ rule: last ? 'review_overdue' : 'never_reviewed', severity: days > 2 * intervalDays ? 'high' : 'medium', where: ofRisk(risk), found: last ? `last reviewed ${daysSaid(days)} ago` : `never reviewed, ${daysSaid(days)} after it was identified`, expected: `a review every ${daysSaid(intervalDays)}`, shown })]
}

function unestimated({ risk }: Seen): readonly RegisterFinding[] {
  if (isEstimated(risk)) return []
  const lacking = [...(risk.probability === null ? ['probability'] : []), ...(risk.impactMinor === null ? ['impact'] : [])]
  return [finding({ rule: 'unestimated', severity: 'medium', where: ofRisk(risk), found: `no ${lacking.join(' and no ')}`, expected: 'a probability and an impact: without them it is in no exposure', shown: [dayShown('Identified', risk.identifiedOn)] })]
}

/** The day by which it may come has passed, and the last reviews left its estimate as it was. */
function stale({ risk, today, rules }: Seen): readonly RegisterFinding[] {
  const { proximityOn, estimates } = risk
  const last = reviewsOf(risk).slice(-rules.staleReviews)
  const [first] = last
  if (proximityOn === null || proximityOn >= today || last.length < rules.staleReviews || !first) return []
  // What stood before the first of these reviews counts as well: a review that changed it was one that thought about it.
  const before = estimates[estimates.indexOf(first) - 1] ?? first
  if (!estimates.slice(estimates.indexOf(first)).every((one) => sameEstimate(one, before))) return []
  const share: Metric<number> = before.probability === null ? missing('probability') : known(before.probability)
  return [finding({
    rule: 'stale', severity: 'medium', where: ofRisk(risk), found: `the same estimate through ${last.length} reviews, ${daysSaid(daysBetween(proximityOn, today))} after the day by which it may come`, expected: 'another estimate, another day, or that it is over',
    shown: [...proximity(risk), ...last.map(({ on }) => dayShown('Reviewed, nothing changed', on)), { term: 'Probability', figure: share.status === 'ok' ? known(numberFigure(Math.round(share.value * 10_000) / 100, 'percent')) : share }],
  })]
}
