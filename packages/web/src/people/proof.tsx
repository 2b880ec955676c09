import { peopleRoutes } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useAct } from '../wire/index.ts'
import { answerByPasskey } from './passkey-answer.ts'

const ProofDialog = lazy(async () => ({ default: (await import('./parts/ProofDialog.tsx')).ProofDialog }))

/** Runs what may ask for a recent sign-in: where it does, the person confirms it is them, and it is run again. `proof` is the dialog, to be placed on the page. */
export function useProof(): { readonly proof: ReactNode; /** Asks at once; whether it was confirmed. */ ask(): Promise<boolean>; proven<T>(run: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> } {
  const [asking, setAsking] = useState<{ answer(proved: boolean): void }>()
  const byPassword = useAct(peopleRoutes.proveByPassword, { answers: peopleRoutes.readSession })
  const options = useAct(peopleRoutes.passkeySignInOptions)
  const byPasskey = useAct(peopleRoutes.proveByPasskey, { answers: peopleRoutes.readSession })
  const ask = async (): Promise<boolean> => {
    const proved = await new Promise<boolean>((answer) => setAsking({ answer }))
    setAsking(undefined)
    return proved
  }
  const proven = async <T,>(run: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> => {
    const first = await run()
    if (first.ok || first.refusal.code !== 'sign_in_outdated') return first
    return (await ask()) ? run() : first
  }
  const proof = asking && (
    <Suspense fallback={null}>
      <ProofDialog
        onPassword={(body) => byPassword.run({ body })}
        onPasskey={() => answerByPasskey(() => options.run({}), (response) => byPasskey.run({ body: { response } }))}
        onProved={() => asking.answer(true)}
        onClose={() => asking.answer(false)}
      />
    </Suspense>
  )
  return { proof, ask, proven }
}
