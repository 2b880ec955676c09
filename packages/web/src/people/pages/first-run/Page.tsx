import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Doorway } from '../../parts/Doorway.tsx'
import { Account, type Entered } from './parts/Account.tsx'
import { Choices, type ChoicesProps } from './parts/Choices.tsx'

export type FirstRunProps =
  | { readonly step: 'account'; onSetUp(entered: Entered): Promise<Result<unknown, Problem>> }
  | { readonly step: 'choice'; readonly organisation: string; readonly choices: ChoicesProps }

/** The first minutes: who you are, then what to begin with. */
export function FirstRunPage(props: FirstRunProps) {
  if (props.step === 'account')
    return (
      <Doorway title="Set up your organisation" note="You become its owner. Everything stays on this server.">
        <Account onSetUp={props.onSetUp} />
      </Doorway>
    )
  return (
    <Doorway wide title={`What should ${props.organisation} begin with?`} note="You can import more, or start over in an empty organisation, at any time.">
      <Choices {...props.choices} />
    </Doorway>
  )
}
