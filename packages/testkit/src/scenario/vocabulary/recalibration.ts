import { linkRoutes, versionRoutes, type ChosenAction, type StrategyVersionDetail } from '@throughline/contract/strategy'
import { checkSame } from '../check.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, findObjective } from './find.ts'

/** Sentences about the next version of the strategy, what it asks of the portfolio, and causal links. */
export const recalibrationSentences: readonly Sentence[] = [
  does('{person} begins the next strategy {text} after a signal of {date}', ({ world }, person, title, signalOn) => act(world, person, versionRoutes.startDraft, { body: { title, reason: 'The world changed', signalOn } })),
  does('{person} weighs {text} with {number} in the draft', async ({ world }, person, statement, weight) => {
    const { content } = await draftOf(world)
    await change(world, person, { weights: [{ key: content.objectives.find((one) => one.statement === statement)?.key ?? statement, weight }] })
  }),
  does('{person} proposes to {code} {text}', async ({ world }, person, kind, name) => {
    const { actions } = await draftOf(world)
    await change(world, person, { actions: [...actions, { initiativeId: (await findInitiative(world, name)).id, kind: kind as ChosenAction['kind'] }] })
  }),
  does('{person} sends the draft', async ({ world }, person) => {
    const { id, version } = await draftOf(world)
    await act(world, person, versionRoutes.sendDraft, { params: { id }, body: { version } })
  }),
  does('{person} rebases the draft', async ({ world }, person) => {
    const { id, version } = await draftOf(world)
    const { seen } = await world.home.viewer.read(versionRoutes.previewDraftRebase, { params: { id } })
    await act(world, person, versionRoutes.rebaseDraft, { params: { id }, body: { version, seen } })
  }),
  does('{person} approves the draft', async ({ world }, person) => {
    const { seen } = await world.home.owner.read(versionRoutes.previewAdoption, { params: { id: (await draftOf(world)).id } })
    await approve(world, person, seen)
  }),
  does('{person} approves the draft without a look at what it changes', ({ world }, person) => approve(world, person, 'nothing')),
  does('{person} links {text} to {text}', async ({ world }, person, from, to) => act(world, person, linkRoutes.createLink, { body: { from: (await findObjective(world, from)).id, to: (await findObjective(world, to)).id, polarity: 'same', lag: 0 } })),
  checks('the draft is a {code}', async ({ world }, status) => checkSame('status of the next version', (await draftOf(world)).status, status)),
]

async function draftOf({ home }: World): Promise<StrategyVersionDetail> {
  const { id } = present((await home.viewer.read(versionRoutes.listVersions, {}))[0], 'version of the strategy')
  return home.viewer.read(versionRoutes.readVersion, { params: { id } })
}

async function change(world: World, person: Person, edit: { readonly weights?: { key: string; weight: number }[]; readonly actions?: ChosenAction[] }): Promise<void> {
  const { id, version } = await draftOf(world)
  await act(world, person, versionRoutes.changeDraft, { params: { id }, body: { version, ...edit } })
}

async function approve(world: World, person: Person, seen: string): Promise<void> {
  const { id, version } = await draftOf(world)
  await act(world, person, versionRoutes.approveDraft, { params: { id }, body: { version, seen, rationale: 'The world changed' } })
}
