import { ok } from '@throughline/engine/kernel'
import { checklistOf } from '../present.ts'
import { readRegister } from '../register-store.ts'
import type { Found } from './post.ts'

/** The close of a period, with what of its checklist is open when the transaction looks. */
export const closing = (code: string, today: string, said: { readonly reason?: string; readonly evidence?: string } = {}): Found => ({
  kind: 'close',
  find: async (tx) => {
    const period = (await readRegister(tx, today)).periods.find((one) => one.code === code)
    const open = period ? (await checklistOf(tx, period)).filter(({ key, done }) => key !== 'period_over' && !done).flatMap(({ key, open: left }) => left.map((one) => `${one} (${key.replaceAll('_', ' ')})`)) : []
    return ok({ kind: 'close', periodId: code, open, ...said })
  },
})
