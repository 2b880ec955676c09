import type { Candidate } from '@throughline/engine/portfolio'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { TextField } from '../../../../ui/controls/TextField.tsx'

/** Candidates listed at once; the rest need a longer word. */
const SHOWN = 6

/** Finds a candidate by a part of its name. */
export function FindCandidate({ label, candidates, onPick, taken = [] }: { readonly label: string; readonly candidates: readonly Candidate[]; onPick(candidate: Candidate): void; readonly taken?: readonly string[] }) {
  const [sought, setSought] = useState('')
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  const found = words.length === 0 ? [] : candidates.filter(({ id, name }) => !taken.includes(id) && words.every((word) => name.toLowerCase().includes(word)))
  return (
    <div className="grid gap-1">
      <TextField label={label} type="search" lead={<Search />} placeholder="Part of a name" value={sought} onChange={setSought} />
      {words.length > 0 && (
        <ul className="grid rounded-node border border-border" aria-label="Found">
          {found.slice(0, SHOWN).map((candidate) => (
            <li key={candidate.id}>
              <button
                type="button"
                className="w-full truncate px-2.5 py-1.5 text-left text-body hover:bg-hover"
                onClick={() => {
                  onPick(candidate)
                  setSought('')
                }}
              >
                {candidate.name}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="quiet px-2.5 py-1.5">No candidate has “{sought}” in its name.</li>}
          {found.length > SHOWN && <li className="quiet px-2.5 py-1.5">and {found.length - SHOWN} more; type more of the name</li>}
        </ul>
      )}
    </div>
  )
}
