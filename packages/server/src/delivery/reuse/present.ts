import type { Component, ComponentFits, InitiativeReuse, ReuseBoard, ReuseOffer, ReuseSaving } from '@throughline/contract/delivery'
import { toWire } from '@throughline/contract/wire'
import { chancesOf, reuseSaving, type ComponentState, type Witness } from '@throughline/engine/delivery'
import { alikeOf } from '@throughline/engine/demand'
import { isRunning } from '@throughline/engine/governance'
import type { CivilDate } from '@throughline/engine/kernel'
import { stateOf } from './shown.ts'
import type { NamedOffer, ShownComponent, StandingInitiative } from './store.ts'

/** Components, offers, chances and initiatives of a chance that one answer lists. */
const [mostComponents, mostOffers, mostChances, mostNamed] = [200, 200, 50, 20]

export type ReuseKept = { readonly components: readonly ShownComponent[]; readonly offers: readonly NamedOffer[]; readonly today: CivilDate; /** Who reads. */ readonly accountId: string }
type Shown = { readonly components: readonly Component[]; readonly offers: readonly ReuseOffer[] }

const deliverableOf = ({ deliverable }: ShownComponent): Component['deliverable'] => deliverable && { id: deliverable.id, name: deliverable.name, state: deliverable.state, edition: deliverable.edition }

function present({ components, offers, today, accountId }: ReuseKept): Shown {
  const byId = new Map(components.map((one) => [one.id, one]))
  const accepted = Map.groupBy(offers.filter(({ state }) => state === 'accepted'), ({ component_id }) => component_id)
  return {
    components: components.map((one): Component => ({
      id: one.id, version: one.version, name: one.name, kind: one.kind, initiative: { id: one.initiative_id, name: one.initiative }, availableOn: one.available_on, work: one.task_id === null || one.task === null ? null : { id: one.task_id, name: one.task, state: one.task_state ?? '' }, deliverable: deliverableOf(one), state: stateOf(one, today),
      skills: [...one.skills], words: one.words, recordedBy: one.recorded_by, withdrawn: one.withdrawn, reusedBy: (accepted.get(one.id) ?? []).map(({ to_initiative_id: id, to_name: name }) => ({ id, name })),
    })),
    offers: offers.flatMap((one): ReuseOffer[] => {
      const component = byId.get(one.component_id)
      return component ? [{
        id: one.id, version: one.version, component: { id: component.id, name: component.name, state: stateOf(component, today), deliverable: deliverableOf(component) }, from: { id: one.from_id, name: one.from_name }, to: { id: one.to_initiative_id, name: one.to_name }, leastHours: one.least_hours / 100, mostHours: one.most_hours / 100, basis: one.basis,
        offeredBy: one.offered_by, offeredOn: one.offered_on, state: one.state, answer: one.answer, saved: one.saving && { hours: one.saving.hours / 100, on: one.saving.saved_on, words: one.saving.words, link: one.saving.link, by: one.saving.confirmed_by },
        own: { offered: one.offered_by_id === accountId, accepted: one.state === 'accepted' && one.answered_by_id === accountId },
      }] : []
    }),
  }
}

const savingOf = (offers: readonly NamedOffer[], components: readonly ShownComponent[]): ReuseSaving => {
  const names = new Map(components.map(({ id, name }) => [id, name]))
  const { waiting, least, most, saved } = reuseSaving(offers.map(({ component_id, to_name, state, least_hours, most_hours, saving }) => ({ label: `${names.get(component_id) ?? ''} for ${to_name}`, state, leastHours: least_hours, mostHours: most_hours, savedHours: saving?.hours ?? null })))
  return { waiting: toWire(waiting), least: toWire(least), most: toWire(most), saved: toWire(saved) }
}

/** All that is made for others, what it saves, and where initiatives could go together. */
export function presentBoard(kept: ReuseKept, witnesses: readonly Witness[], { search = '', state }: { readonly search?: string | undefined; readonly state?: ComponentState | undefined }): ReuseBoard {
  const { components, offers } = present(kept)
  const words = search.trim().toLowerCase()
  const found = components.filter((one) => (state === undefined || one.state === state) && (words === '' || [one.name, one.initiative.name, one.words, ...one.skills].some((text) => text.toLowerCase().includes(words))))
  const named = offers.filter(({ component, from, to, basis }) => words === '' || [component.name, from.name, to.name, basis].some((text) => text.toLowerCase().includes(words)))
  const chances = chancesOf(witnesses)
  return {
    on: kept.today, components: found.slice(0, mostComponents), omitted: Math.max(0, found.length - mostComponents), all: components.length, offers: named.slice(0, mostOffers), omittedOffers: Math.max(0, named.length - mostOffers), allOffers: offers.length, waiting: offers.filter((one) => one.state === 'offered').length, saving: savingOf(kept.offers, kept.components),
    chances: chances.slice(0, mostChances).map(({ kind, thing, period, initiatives }) => ({ kind, thing: thing.name, period, initiatives: initiatives.slice(0, mostNamed).map(({ id, name }) => ({ id, name })), count: initiatives.length })), omittedChances: Math.max(0, chances.length - mostChances),
  }
}

const taken = (offers: readonly NamedOffer[], componentId: string, initiativeId: string): boolean => offers.some((one) => one.component_id === componentId && one.to_initiative_id === initiativeId && (one.state === 'offered' || one.state === 'accepted'))

/** Which initiatives that go on read as if they could use a component. */
export function presentFits(component: ShownComponent, offers: readonly NamedOffer[], initiatives: readonly StandingInitiative[]): ComponentFits {
  const others = initiatives.filter(({ id, state }) => id !== component.initiative_id && isRunning(state)).map(({ id, name, description }) => ({ kind: 'initiative' as const, id, name, about: description }))
  const fits = alikeOf({ title: component.name, problem: [component.words, ...component.skills].join(' ') }, others)
  return { component: { id: component.id, name: component.name }, fits: fits.map(({ id, name, likeness }) => ({ initiative: { id, name }, likeness: toWire(likeness), offered: taken(offers, component.id, id) })) }
}

/** What one initiative gives and has, and what others make that reads like what it needs. */
export function presentInitiative(kept: ReuseKept, initiative: StandingInitiative, mayEdit: boolean): InitiativeReuse {
  const { components, offers } = present(kept)
  const [given, had] = [kept.offers.filter(({ from_id }) => from_id === initiative.id), kept.offers.filter(({ to_initiative_id }) => to_initiative_id === initiative.id)]
  const states = new Map(components.map((one) => [one.id, one]))
  const others = isRunning(initiative.state) ? kept.components.filter((one) => one.initiative_id !== initiative.id && stateOf(one, kept.today) !== 'withdrawn' && !taken(kept.offers, one.id, initiative.id)).map(({ id, name, words, skills }) => ({ kind: 'component' as const, id, name, about: [words, ...skills].join(' ') })) : []
  return {
    initiative: { id: initiative.id, name: initiative.name }, components: components.filter((one) => one.initiative.id === initiative.id), offers: offers.filter(({ from, to }) => from.id === initiative.id || to.id === initiative.id), given: savingOf(given, kept.components), had: savingOf(had, kept.components), mayEdit,
    fits: alikeOf({ title: initiative.name, problem: initiative.description }, others).flatMap(({ id, name, likeness }) => { const found = states.get(id); return found ? [{ component: { id, name }, from: found.initiative, state: found.state, likeness: toWire(likeness) }] : [] }),
  }
}
