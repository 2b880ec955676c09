import type { CustomField, CustomValues } from '@throughline/contract/demand'
import { Pencil } from 'lucide-react'
import { useFormat, type Format } from '../../../../format/index.ts'
import { IconButton } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'

export type OwnFieldsProps = { readonly fields: readonly CustomField[]; readonly values: CustomValues; readonly currency: string; readonly onEdit: (() => void) | undefined }

/** The fields that the organisation added, with what this initiative holds in them. */
export function OwnFields({ fields, values, currency, onEdit }: OwnFieldsProps) {
  const format = useFormat()
  if (fields.length === 0) return null
  return (
    <Card title="Fields of your own" actions={onEdit && <IconButton label="Change the fields of your own" icon={<Pencil />} onClick={onEdit} />}>
      <dl className="grid gap-x-6 gap-y-1 text-body sm:grid-cols-[minmax(8rem,16rem)_1fr]">
        {fields.map((field) => (
          <div key={field.id} className="contents">
            <dt className="text-ink-3" title={field.note || undefined}>{field.name}</dt>
            <dd className="min-w-0 break-words figures">{valueText(field, values[field.id], currency, format) ?? <span className="quiet">No value was given</span>}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** A value of a field in the locale, with its unit; undefined where there is none. */
export function valueText({ kind, unit }: Pick<CustomField, 'kind' | 'unit'>, value: string | undefined, currency: string, format: Format): string | undefined {
  if (value === undefined) return undefined
  switch (kind) {
    case 'number':
      return `${new Intl.NumberFormat(format.locale, { maximumFractionDigits: 20 }).format(value as Intl.StringNumericLiteral)}${unit === null ? '' : ` ${unit}`}`
    case 'money':
      return format.money({ minor: value, currency })
    case 'date':
      return format.date(value)
    case 'yes_no':
      return value === 'yes' ? 'Yes' : 'No'
    case 'text':
    case 'choice':
      return value
  }
}
