import type { Organisation } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { fiscalYear, fiscalYearLabel, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { FormDialog, fieldError, useMerge, usualWords } from '../../../../wire/index.ts'
import { currencies, currencyName } from '../../../currencies.ts'
import { monthNames, yearLabelWords } from '../../../words.ts'

export type OrganisationEntered = Pick<Organisation, 'name' | 'currency' | 'calendar'>
export type OrganisationCardProps = { readonly organisation: Organisation; readonly canAdminister: boolean; onChange(change: OrganisationEntered, version: number): Promise<Result<unknown, Problem>> }

/** Name, currency and fiscal year of the organisation. */
export function OrganisationCard({ organisation, canAdminister, onChange }: OrganisationCardProps) {
  const [open, setOpen] = useState(false)
  const { calendar } = organisation
  return (
    <Card title="Organisation" actions={canAdminister && <Button onClick={() => setOpen(true)}>Change</Button>}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="quiet">Name</dt>
        <dd>{organisation.name}</dd>
        <dt className="quiet">Currency</dt>
        <dd>{currencyName(organisation.currency)}</dd>
        <dt className="quiet">Fiscal year</dt>
        <dd>{calendarWords(calendar)}</dd>
      </dl>
      {open && <Change organisation={organisation} onChange={onChange} onClose={() => setOpen(false)} />}
    </Card>
  )
}

const calendarWords = (calendar: Organisation['calendar']): string => `Begins on ${calendar.startDay} ${monthNames[calendar.startMonth - 1]}, written ${fiscalYearLabel(calendar, 2024)}`

function Change({ organisation, onChange, onClose }: Pick<OrganisationCardProps, 'organisation' | 'onChange'> & { onClose(): void }) {
  const format = useFormat()
  const merge = useMerge<OrganisationEntered, number>({
    now: { fields: { name: organisation.name, currency: organisation.currency, calendar: organisation.calendar }, seen: organisation.version },
    send: (mine, { seen }) => onChange(mine, seen),
    label: (field) => ({ name: 'Name', currency: 'Currency', calendar: 'Fiscal year' })[field],
    show: (field, value) => (field === 'currency' ? currencyName(String(value)) : field === 'calendar' ? calendarWords(value as Organisation['calendar']) : usualWords(field, value)),
  })
  const [entered, setEntered] = useState<OrganisationEntered>(merge.base.fields)
  const { calendar } = entered
  const setCalendar = (change: Partial<Organisation['calendar']>) => setEntered((all) => ({ ...all, calendar: { ...all.calendar, ...change } }))
  const example = fiscalYear(calendar, 2024)
  return (
    <FormDialog title="Organisation" act="Save" merge={merge} onSubmit={() => merge.save(entered)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required data-focus-first="" maxLength={200} value={entered.name} onChange={(name) => setEntered((all) => ({ ...all, name }))} error={fieldError(problem, 'name')} />
          <Select label="Currency" value={entered.currency} options={[...new Set([organisation.currency, ...currencies])].map((code) => ({ value: code, label: currencyName(code) }))} onChange={(currency) => setEntered((all) => ({ ...all, currency }))} />
          <div className="grid grid-cols-[1fr_96px] gap-3">
            <Select label="Fiscal year begins in" value={String(calendar.startMonth)} options={monthNames.map((label, index) => ({ value: String(index + 1), label }))} onChange={(month) => setCalendar({ startMonth: Number(month) })} />
            <NumberField label="On day" min={1} max={28} value={String(calendar.startDay)} onChange={(day) => setCalendar({ startDay: Number(day ?? 1) })} />
          </div>
          <Select
            label="A year is named by"
            value={calendar.label}
            options={(['span', 'start', 'end'] as const).map((value) => ({ value, label: yearLabelWords[value] }))}
            onChange={(label) => setCalendar({ label })}
            hint={`${fiscalYearLabel(calendar, 2024)} runs from ${format.date(example.from)} until before ${format.date(example.to)}.`}
          />
        </>
      )}
    </FormDialog>
  )
}
