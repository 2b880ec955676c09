import { governanceRoutes, type HealthCheck, type HealthCheckDetail, type HealthChecks, type HealthIndicator, type JudgedArea, type Recommendation } from '@throughline/contract/governance'
import { confidenceLevels, reviewTiers } from '@throughline/engine/governance'
import { checkTable, number, theOne, truth, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about health checks: who reviews, what is judged and recommended, and what became of it. */
export const healthCheckSentences: readonly Sentence[] = [
  does('{person} books a {word} health check of {text} with {person} on the {word} scale', async ({ world }, person, tier, initiative, reviewer, scale) =>
    act(world, person, governanceRoutes.bookHealthCheck, {
      body: { initiativeId: (await findInitiative(world, initiative)).id, tier: present(reviewTiers.find((one) => one === tier), `tier ${tier}`), scale: scale === 'three-point' ? 'three_point' : 'five_point', plannedOn: '2026-12-01', purpose: 'Before the gate', reviewerIds: [accountOf(world, reviewer)] },
    })),
  does('{person} judges {word} of {text} as {word}', async ({ world }, person, area, initiative, level) => {
    const { id, version, questions } = await detailOf(world, initiative)
    await act(world, person, governanceRoutes.judgeArea, { params: { id }, body: { version, area: present(questions.find((one) => one.area === area), `area ${area} of this health check`).area, level: levelOf(level), words: `Seen of ${area}`, evidence: [{ kind: 'interview', words: 'The sponsor' }] } })
  }),
  does('{person} recommends {text} for {text} to {person} by {date}', async ({ world }, person, said, initiative, owner, dueOn) => {
    const { id, version } = await detailOf(world, initiative)
    await act(world, person, governanceRoutes.addRecommendation, { params: { id }, body: { version, recommendation: { class: 'do_by', dueOn, area: null, words: said, ownerId: accountOf(world, owner) } } })
  }),
  does('{person} reports {text} as {word} because {text}', async ({ world }, person, initiative, level, reason) => {
    const { id, version } = await detailOf(world, initiative)
    await act(world, person, governanceRoutes.reportHealthCheck, { params: { id }, body: { version, level: levelOf(level), words: reason, reasons: [{ words: reason, evidence: [{ kind: 'document', words: 'Minutes of the board' }] }] } })
  }),
  does('{person} calls the health check of {text} off', async ({ world }, person, initiative) => {
    const { id, version } = await detailOf(world, initiative)
    await act(world, person, governanceRoutes.callOffHealthCheck, { params: { id }, body: { version, reason: 'Too early' } })
  }),
  does('{person} says that the recommendation {text} is done', async ({ world }, person, said) => {
    const { id, version } = await recommendationOf(world, said)
    await act(world, person, governanceRoutes.answerRecommendation, { params: { id }, body: { version, words: 'Signed' } })
  }),
  does('{person} confirms the recommendation {text}', async ({ world }, person, said) => {
    const { id, version } = await recommendationOf(world, said)
    await act(world, person, governanceRoutes.recheckRecommendation, { params: { id }, body: { version, confirmed: true, words: 'The paper is there' } })
  }),
  checks('the health checks read', async ({ world, table }) => checkTable('health checks', table, (await listOf(world)).checks, checkColumns)),
  checks('the health check of {text} tells', async ({ world, table }, initiative) => checkTable('figures', table, (await detailOf(world, initiative)).indicators, indicatorColumns)),
  checks('the areas of {text} were judged', async ({ world, table }, initiative) => checkTable('areas', table, (await detailOf(world, initiative)).judged, areaColumns)),
  checks('the recommendations of {text} read', async ({ world, table }, initiative) => checkTable('recommendations', table, (await detailOf(world, initiative)).recommendations, recommendationColumns)),
]

const levelOf = (word: string) => present(confidenceLevels.five_point.find((one) => one.replace('_', '-') === word), `level ${word}`)
const checkColumns = {
  initiative: words<HealthCheck>((one) => one.initiative.name), state: words<HealthCheck>((one) => one.state), confidence: words<HealthCheck>(({ reported }) => reported?.level), areas: words<HealthCheck>(({ areas }) => `${areas.judged} of ${areas.all}`), open: words<HealthCheck>((one) => one.open), move: words<HealthCheck>((one) => one.move),
}
const indicatorColumns = {
  figure: words<HealthIndicator>(({ why }) => why.term), value: number<HealthIndicator>(({ why: { figure } }) => (figure.status !== 'ok' ? figure : figure.value.kind === 'number' ? { status: 'ok', value: figure.value.value } : figure.value.kind === 'money' ? { status: 'ok', value: Number(figure.value.money.minor) / 100 } : { status: 'not_applicable' })),
  look: truth<HealthIndicator>((one) => one.notable),
}
const areaColumns = { area: words<JudgedArea>((one) => one.area), level: words<JudgedArea>((one) => one.level), evidence: words<JudgedArea>(({ evidence }) => evidence.map(({ kind, words: said }) => `${kind}: ${said}`).join('; ')) }
const recommendationColumns = { recommendation: words<Recommendation>((one) => one.words), class: words<Recommendation>((one) => one.class), state: words<Recommendation>((one) => one.state), age: words<Recommendation>((one) => one.ageDays), late: number<Recommendation>((one) => one.overdueDays) }

const listOf = ({ home }: World): Promise<HealthChecks> => home.viewer.read(governanceRoutes.readHealthChecks, {})
const detailOf = async (world: World, initiative: string): Promise<HealthCheckDetail> => world.home.viewer.read(governanceRoutes.readHealthCheck, { params: { id: theOne('health check', (await listOf(world)).checks, (one) => one.initiative.name, initiative).id } })
const recommendationOf = async (world: World, said: string): Promise<Recommendation> => {
  const details = await Promise.all((await listOf(world)).checks.map(({ id }) => world.home.viewer.read(governanceRoutes.readHealthCheck, { params: { id } })))
  return theOne('recommendation', details.flatMap(({ recommendations }) => recommendations), (one) => one.words, said)
}
