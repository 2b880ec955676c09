import { Download, Plus, Search, Share2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Breadcrumb, Button, Card, Checkbox, FilePicker, IconButton, NumberField, Select, Slider, Switch, Tabs, TextArea, TextField, formatNumber, useLocale, useToast } from '../ui/index.ts'

export function ControlShelf() {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Buttons />
      <Fields />
      <Choices />
      <Places />
    </div>
  )
}

const Buttons = () => (
  <Card title="Buttons" note="kinds, busy, disabled">
    <div className="flex flex-wrap gap-2">
      <Button kind="primary" icon={<Plus aria-hidden="true" />}>New initiative</Button>
      <Button icon={<Share2 aria-hidden="true" />}>Share</Button>
      <Button kind="quiet">Cancel</Button>
      <Button kind="danger" icon={<Trash2 aria-hidden="true" />}>Delete</Button>
      <Button kind="link">See all</Button>
      <Button kind="primary" busy>Saving</Button>
      <Button disabled>Not allowed</Button>
      <IconButton label="Download" icon={<Download aria-hidden="true" />} />
    </div>
  </Card>
)

function Fields() {
  const [name, setName] = useState('Payments hub')
  const [text, setText] = useState('')
  const [amount, setAmount] = useState<string | null>('1234567.5')
  return (
    <Card title="Fields" note="hint, error, numbers in the locale">
      <div className="grid gap-4">
        <TextField label="Name" value={name} onChange={setName} hint="As the board knows it" />
        <TextField label="E-mail" type="email" value="anna@" onChange={setText} error="An address has a part after the @ sign." />
        <TextField label="Find" value={text} onChange={setText} lead={<Search />} placeholder="Find an initiative" />
        <NumberField label="Budget" value={amount} onChange={setAmount} unit="EUR" min={0} />
        <TextArea label="Why" value={text} onChange={setText} rows={2} />
        <TextField label="Start" type="date" value="2026-11-20" onChange={setText} />
        <TextField label="Locked" value="Not yours to change" onChange={setText} disabled />
      </div>
    </Card>
  )
}

function Choices() {
  const [stage, setStage] = useState<'idea' | 'define' | 'deliver' | ''>('')
  const [on, setOn] = useState(true)
  const [budget, setBudget] = useState(471)
  const locale = useLocale()
  return (
    <Card title="Choices" note="select, checkbox, switch, slider">
      <div className="grid gap-4">
        <Select label="Stage" value={stage} placeholder="Choose a stage" options={[{ value: 'idea', label: 'Idea' }, { value: 'define', label: 'Define' }, { value: 'deliver', label: 'Deliver' }]} onChange={setStage} />
        <div className="flex flex-wrap gap-6">
          <Checkbox label="Mandatory" checked={on} onChange={setOn} />
          <Checkbox label="Some of them" checked={false} mixed onChange={setOn} />
          <Checkbox label="Locked" checked={false} disabled onChange={setOn} />
          <Switch label="Follow the plan" checked={on} onChange={setOn} hint="Takes effect at once" />
        </div>
        <Slider label="Budget ceiling" min={0} max={900} value={budget} onChange={setBudget} format={(value) => `${formatNumber(value, locale)} M€`} />
      </div>
    </Card>
  )
}

function Places() {
  const [tab, setTab] = useState<'plan' | 'value'>('plan')
  const toast = useToast()
  return (
    <Card title="Places" note="tabs, breadcrumb, files">
      <div className="grid gap-4">
        <Breadcrumb crumbs={[{ label: 'Portfolio', link: <a href="#controls">Portfolio</a> }, { label: 'Payments hub' }]} />
        <Tabs label="Views" tabs={[{ key: 'plan', label: 'Plan' }, { key: 'value', label: 'Value', count: 4 }]} selected={tab} onSelect={setTab}>
          <p>{tab === 'plan' ? 'The plan of record.' : 'Four benefits, one realised.'}</p>
        </Tabs>
        <FilePicker label="Drop a file here" hint="CSV or XLSX, up to 50 MB" accept=".csv,.xlsx" onPick={(files) => toast({ tone: 'good', message: `Took ${files[0]?.name ?? 'nothing'}` })} onReject={(files) => toast({ tone: 'bad', message: `${files[0]?.name ?? ''} is not a CSV or XLSX file` })} />
      </div>
    </Card>
  )
}
