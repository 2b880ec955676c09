import type { SessionSheet } from '@throughline/contract/governance'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { ProblemNote, Shown, useSending, type Reading } from '../../../../wire/index.ts'
import type { AcademyActs, Named } from '../acts.ts'
import { academyWords as words } from '../words.ts'

type SheetProps = { readonly reading: Reading<SessionSheet>; readonly members: readonly Named[]; readonly acts: AcademyActs; onClose(): void }

/** Who has a place in a session and who waits; after its day, who came. */
export function SessionDrawer({ reading, members, acts, onClose }: SheetProps) {
  const sheet = reading.state === 'full' ? reading.value : undefined
  const format = useFormat()
  return (
    <Drawer open title={sheet ? `${sheet.course.name}, ${format.date(sheet.on)}` : 'Session'} onClose={onClose}>
      <Shown reading={reading} what="who has a place" lines={5}>{(value) => <div className="grid gap-5" key={value.version}><Places sheet={value} acts={acts} />{value.may.enrol && <EnrolSomebody sheet={value} members={members} acts={acts} />}</div>}</Shown>
    </Drawer>
  )
}

function Places({ sheet, acts }: { readonly sheet: SessionSheet; readonly acts: AcademyActs }) {
  const [taken, waiting] = (['taken', 'waiting'] as const).map((state) => sheet.places.filter((one) => one.state === state))
  const [came, setCame] = useState<readonly string[]>(sheet.places.filter(({ attended }) => attended === true).map(({ id }) => id))
  const { busy, problem, send } = useSending(() => acts.attend(sheet, came.filter((id) => taken?.some((one) => one.id === id))), () => undefined)
  return (
    <>
      <section aria-label="Places">
        <h3 className="mb-2">{sheet.may.attend ? 'Who came' : 'Who has a place'}</h3>
        {taken?.length === 0 ? <p className="quiet">Nobody has a place.</p> : sheet.may.attend
          ? <div className="grid gap-2">
              {taken?.map(({ id, person }) => <Checkbox key={id} label={person.name} checked={came.includes(id)} onChange={(is) => setCame(is ? [...came, id] : came.filter((one) => one !== id))} />)}
              <p className="quiet">{words.attendance}</p>
              <ProblemNote problem={problem} />
              <div><Button kind="primary" busy={busy} onClick={() => void send()}>Record who came</Button></div>
            </div>
          : <ul className="grid gap-1">{taken?.map((one) => <li key={one.id} className="flex items-center gap-2">{one.person.name}<GiveUp sheet={sheet} place={one} acts={acts} /></li>)}</ul>}
        {!sheet.held && <p className="quiet mt-2">Who came is recorded once the day is over.</p>}
      </section>
      {waiting && waiting.length > 0 && <section aria-label="Waiting" className="border-t border-border pt-3"><h3 className="mb-2">Who waits, in line</h3><ol className="grid gap-1">{waiting.map((one, at) => <li key={one.id} className="flex items-center gap-2">{at + 1}. {one.person.name}<GiveUp sheet={sheet} place={one} acts={acts} /></li>)}</ol></section>}
    </>
  )
}

/** Gives the place of somebody up for them, for who may enrol them. */
function GiveUp({ sheet, place, acts }: { readonly sheet: SessionSheet; readonly place: SessionSheet['places'][number]; readonly acts: AcademyActs }) {
  const { busy, problem, send } = useSending(() => acts.withdraw(place), () => undefined)
  return sheet.may.enrol && <><Button busy={busy} aria-label={`Give up the place of ${place.person.name}`} onClick={() => void send()}>Give up</Button><ProblemNote problem={problem} /></>
}

function EnrolSomebody({ sheet, members, acts }: { readonly sheet: SessionSheet; readonly members: readonly Named[]; readonly acts: AcademyActs }) {
  const [who, setWho] = useState('')
  const { busy, problem, send } = useSending(() => acts.enrol(sheet, who), () => setWho(''))
  const free = members.filter(({ id }) => id !== sheet.trainer.id && !sheet.places.some(({ person, state }) => person.id === id && state !== 'withdrawn'))
  return (
    <section aria-label="Enrol somebody" className="grid gap-2 border-t border-border pt-3">
      <h3>{sheet.held ? 'Add who came without a place' : 'Enrol somebody'}</h3>
      <FindSelect label="Whom" findLabel="Find a member" options={free.map(({ id, name }) => ({ value: id, label: name }))} value={who} onChange={setWho} />
      <ProblemNote problem={problem} />
      <div><Button disabled={who === ''} busy={busy} onClick={() => void send()}>Enrol</Button></div>
    </section>
  )
}
