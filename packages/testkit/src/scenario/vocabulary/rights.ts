import { peopleRoutes, type Role } from '@throughline/contract/people'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import type { Metric } from '@throughline/engine/kernel'
import { checkSame } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, callerOf } from '../world.ts'
import { findInitiative, findUnit } from './find.ts'

/** Roles are written with a hyphen: `portfolio-lead`. */
const roleOf = (word: string): Role => word.replaceAll('-', '_') as Role

/** Sentences about roles in a part of the organisation, delegation, and amounts that are withheld. */
export const rightsSentences: readonly Sentence[] = [
  does('{person} gives {person} the role {word} in the unit {text}', async ({ world }, person, whom, role, unit) =>
    act(world, person, peopleRoutes.giveRole, { body: { memberId: accountOf(world, whom), role: roleOf(role), unitId: (await findUnit(world, unit)).id } })),
  does('{person} gives {person} the role {word} on the initiative {text}', async ({ world }, person, whom, role, name) =>
    act(world, person, peopleRoutes.giveRole, { body: { memberId: accountOf(world, whom), role: roleOf(role), initiativeId: (await findInitiative(world, name)).id } })),
  does('{person} gives {person} the role {word} until {date}', ({ world }, person, whom, role, lastOn) => act(world, person, peopleRoutes.giveRole, { body: { memberId: accountOf(world, whom), role: roleOf(role), lastOn } })),
  does('{person} delegates the role {word} to {person} until {date}', ({ world }, person, role, whom, lastOn) => act(world, person, peopleRoutes.delegateRole, { body: { memberId: accountOf(world, whom), role: roleOf(role), lastOn } })),
  does('{person} ends the role of {person}', async ({ world }, person, whom) => {
    const given = (await world.home.owner.read(peopleRoutes.listRoles, {})).find(({ member }) => member.id === accountOf(world, whom))
    await act(world, person, peopleRoutes.endRole, { params: { id: given?.id ?? '' } })
  }),
  does('{person} places the initiative {text} in the unit {text}', async ({ world }, person, name, unit) => {
    const { id, version } = await findInitiative(world, name)
    await act(world, person, demandRoutes.changeInitiative, { params: { id }, body: { version, unitId: (await findUnit(world, unit)).id } })
  }),
  does('{person} asks for the case to select from', ({ world }, person) => act(world, person, portfolioRoutes.readSelectionCase, {})),
  checks('{person} sees as the cost of the portfolio {text}', async ({ world }, person, text) => checkSame('cost', shown((await (await callerOf(world, person)).read(portfolioRoutes.readCockpit, {})).cost.metric), text)),
  checks('{person} sees as the cost of {text} {text}', async ({ world }, person, name, text) => {
    const { rows } = await (await callerOf(world, person)).read(demandRoutes.listInitiatives, { query: {} })
    checkSame('cost', shown(rows.find((row) => row.name === name)?.cost), text)
  }),
]

/** Minor units, or the reason that there is no amount. */
const shown = (metric: Metric<{ readonly minor: string }> | undefined): string | undefined => (metric?.status === 'ok' ? metric.value.minor : metric?.status === 'undefined' ? metric.reason : metric?.status)
