import { Mark } from '../../ui/display/Status.tsx'

/** What there is to mend, each in a sentence. */
export const WarningList = ({ warnings }: { readonly warnings: readonly { readonly code: string; readonly words: string }[] }) => (
  <ul className="grid min-w-56 gap-1">{warnings.map(({ code, words }) => <li key={code} className="flex items-baseline gap-2"><Mark tone="warn" /><span>{words}</span></li>)}</ul>
)
