import { useSignedIn } from '../../../people/index.ts'
import { ImportPage } from './Page.tsx'

/** A portfolio file on its way in: chosen, looked at, corrected, applied. */
export default function ImportRoute() {
  return <ImportPage canEdit={useSignedIn()?.can.edit ?? false} />
}
