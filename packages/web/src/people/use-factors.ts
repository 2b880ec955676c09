import { peopleRoutes } from '@throughline/contract/people'
import { ok } from '@throughline/engine/kernel'
import { useAct } from '../wire/index.ts'
import type { FactorsProps } from './parts/Factors.tsx'
import { knowsPasskeys, makePasskey } from './passkey.ts'
import type { useProof } from './proof.tsx'

/** Everything that can be done with one's second factors; whatever asks for a recent sign-in goes through `proven`. */
export function useFactors({ proven }: Pick<ReturnType<typeof useProof>, 'proven'>): Omit<FactorsProps, 'factors'> {
  const beginApp = useAct(peopleRoutes.beginApp, { staleRoom: 'none' })
  const confirmApp = useAct(peopleRoutes.confirmApp, { staleRoom: 'people' })
  const removeApp = useAct(peopleRoutes.removeApp, { staleRoom: 'people' })
  const beginPasskey = useAct(peopleRoutes.beginPasskey, { staleRoom: 'none' })
  const addPasskey = useAct(peopleRoutes.addPasskey, { staleRoom: 'people' })
  const removePasskey = useAct(peopleRoutes.removePasskey, { staleRoom: 'people' })
  const renewCodes = useAct(peopleRoutes.renewRecoveryCodes, { staleRoom: 'people' })
  return {
    passkeys: knowsPasskeys(),
    onBeginApp: () => proven(() => beginApp.run({})),
    onConfirmApp: (code) => proven(() => confirmApp.run({ body: { code } })),
    onRemoveApp: () => proven(() => removeApp.run({})),
    onAddPasskey: async (name) => {
      const begun = await proven(() => beginPasskey.run({}))
      if (!begun.ok) return begun
      const made = await makePasskey(begun.value.options)
      if (!made.ok) return made
      const added = await addPasskey.run({ body: { name, response: made.value } })
      return added.ok ? ok(added.value.added) : added
    },
    onRemovePasskey: ({ id }) => proven(() => removePasskey.run({ params: { id } })),
    onRenewCodes: () => proven(() => renewCodes.run({})),
  }
}
