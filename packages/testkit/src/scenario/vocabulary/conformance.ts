import { governanceRoutes, type Conformance, type ConformanceCheck, type FollowedInitiative, type InitiativeConformance, type JudgedElement } from '@throughline/contract/governance'
import { conformanceTiers } from '@throughline/engine/governance'
import { checkTable, number, set, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about whether initiatives do what their framework asks for. */
export const conformanceSentences: readonly Sentence[] = [
  does('{person} shows {text} of {text} by what was on {date}', async ({ world }, person, key, initiative, on) =>
    act(world, person, governanceRoutes.addConformanceEvidence, { params: { id: (await findInitiative(world, initiative)).id }, body: { key, kind: 'event', on, words: `What shows ${key}`, link: '' } })),
  does('{person} takes away what shows {text} of {text}', async ({ world }, person, key, initiative) => {
    const { id } = await findInitiative(world, initiative)
    const evidence = theOne('evidence', (await ofInitiative(world, id)).evidence, (one) => one.key, key)
    await act(world, person, governanceRoutes.removeConformanceEvidence, { params: { id, evidenceId: evidence.id } })
  }),
  does('{person} asks to deviate from {text} of {text} because {text}', async ({ world }, person, key, initiative, reason) => act(world, person, governanceRoutes.askDeviation, { params: { id: (await findInitiative(world, initiative)).id }, body: { key, reason } })),
  does('{person} approves the deviation from {text} of {text}', ({ world }, person, key, initiative) => answer(world, key, initiative, (id, version) => act(world, person, governanceRoutes.answerDeviation, { params: { id }, body: { version, approve: true, words: '' } }))),
  does('{person} declines the deviation from {text} of {text} without a reason', ({ world }, person, key, initiative) => answer(world, key, initiative, (id, version) => act(world, person, governanceRoutes.answerDeviation, { params: { id }, body: { version, approve: false, words: ' ' } }))),
  does('{person} puts {text} into the {word} tier', async ({ world }, person, initiative, tier) =>
    act(world, person, governanceRoutes.setConformanceTier, { params: { id: (await findInitiative(world, initiative)).id }, body: { tier: present(conformanceTiers.find((one) => one === tier), `tier ${tier}`), reason: 'So small that a sample is enough' } })),
  does('{person} checks conformance with {number} per cent of the low tier by the seed {number}', ({ world }, person, percent, seed) => act(world, person, governanceRoutes.checkConformance, { body: { on: world.stage.now().toISOString().slice(0, 10), seed, lowShare: percent / 100, reason: 'The quarter' } })),
  checks('the conformance of {text} reads', async ({ world, table }, initiative) => checkTable('elements', table, (await ofInitiative(world, (await findInitiative(world, initiative)).id)).elements, elementColumns)),
  checks('the conformance reads', async ({ world, table }) => checkTable('initiatives', table, (await everything(world)).initiatives, initiativeColumns)),
  checks('the conformance checks read', async ({ world, table }) => checkTable('checks', table, (await everything(world)).checks, checkColumns)),
]

const elementColumns = { code: words<JudgedElement>(({ element }) => element.key), outcome: words<JudgedElement>((one) => one.outcome), 'overtaken by': words<JudgedElement>((one) => one.overtakenBy) }
const initiativeColumns = {
  initiative: words<FollowedInitiative>((one) => one.initiative.name), tier: words<FollowedInitiative>((one) => one.tier), kept: words<FollowedInitiative>((one) => one.counts.kept), missing: words<FollowedInitiative>((one) => one.counts.missing),
  'out of order': words<FollowedInitiative>((one) => one.counts.out_of_order), justified: words<FollowedInitiative>((one) => one.counts.deviation), share: number<FollowedInitiative>((one) => one.share.metric),
}
const checkColumns = {
  full: words<ConformanceCheck>((one) => one.full), low: words<ConformanceCheck>((one) => one.low), sampled: words<ConformanceCheck>((one) => one.sampled.length), share: number<ConformanceCheck>((one) => one.share.metric),
  findings: set<ConformanceCheck>(({ findings }) => findings.map(({ initiative, key, outcome }) => `${initiative.name} ${key} ${outcome}`)), justified: set<ConformanceCheck>(({ justified }) => justified.map(({ initiative, key }) => `${initiative.name} ${key}`)),
}

const everything = ({ home }: World): Promise<Conformance> => home.viewer.read(governanceRoutes.readConformance, {})
const ofInitiative = ({ home }: World, id: string): Promise<InitiativeConformance> => home.viewer.read(governanceRoutes.readInitiativeConformance, { params: { id } })
/** Answers the newest deviation from an element, whatever became of it. */
async function answer(world: World, key: string, initiative: string, how: (id: string, version: number) => Promise<unknown>): Promise<void> {
  const { deviations } = await ofInitiative(world, (await findInitiative(world, initiative)).id)
  const { id, version } = present(deviations.find((one) => one.key === key), `deviation from ${key}`)
  await how(id, version)
}
