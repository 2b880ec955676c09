import { governanceRoutes, type Academy } from '@throughline/contract/governance'
import { inTurn, type DrawnAct, type Writers } from './kinds.ts'

/** Sessions of courses: planned, changed, called off, held; places taken and given up, who came recorded. The owner trains, the editor learns. */
export const sessionActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const seen = (): Promise<Academy> => editor.read(governanceRoutes.readAcademy, {})
  const course = async () => (await seen()).courses.find(({ retired }) => retired === null)
  const session = async (held: boolean) => (await course())?.sessions.find(({ on, calledOff, attendance }) => calledOff === null && attendance === null && (on === past) === held)
  const [past, later] = ['2026-01-15', '2290-01-15']
  const plan = (on: string) => async () => {
    const one = await course()
    return one && owner.call(governanceRoutes.planSession, { params: { id: one.id }, body: { on, seats: 3, trainerId: owner.actor.accountId, mode: 'remote', place: 'A room' } })
  }
  return { 'hold sessions': inTurn({
    'plan a session': plan(later),
    'change a session': async () => {
      const one = await session(false)
      return one && owner.call(governanceRoutes.changeSession, { params: { id: one.id }, body: { version: one.version, place: 'Another room' } })
    },
    'take a place': async () => {
      const one = await session(false)
      return one && (one.own === null || one.own.state === 'withdrawn') ? editor.call(governanceRoutes.enrol, { params: { id: one.id }, body: {} }) : undefined
    },
    'give a place up': async () => {
      const one = await session(false)
      return one?.own && one.own.state !== 'withdrawn' ? editor.call(governanceRoutes.withdrawPlace, { params: { id: one.own.id }, body: { version: one.own.version } }) : undefined
    },
    'call a session off': async () => {
      const one = await session(false)
      return one && owner.call(governanceRoutes.callSessionOff, { params: { id: one.id }, body: { version: one.version, reason: 'No trainer' } })
    },
    'record a session that was held': plan(past),
    'enrol who came': async () => {
      const one = await session(true)
      return one && one.own === null ? owner.call(governanceRoutes.enrol, { params: { id: one.id }, body: { personId: editor.actor.accountId } }) : undefined
    },
    'record who came': async () => {
      const one = await session(true)
      return one && owner.call(governanceRoutes.recordAttendance, { params: { id: one.id }, body: { version: one.version, attended: one.own?.state === 'taken' ? [one.own.id] : [] } })
    },
    'say how useful it was': async () => {
      const one = (await seen()).courses.flatMap(({ sessions }) => sessions).find(({ may }) => may.tell)
      return one?.own ? editor.call(governanceRoutes.tellUsefulness, { params: { id: one.own.id }, body: { version: one.own.version, usefulness: 'useful' } }) : undefined
    },
  }) }
}
