import type { ReactNode } from 'react'
import { about } from '../words.ts'

/** The frame of the screens before the app: what the product is on one side, what is asked on the other. */
export function Doorway({ title, note, wide = false, children }: { readonly title: string; readonly note?: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-canvas lg:grid-cols-[minmax(280px,380px)_1fr]">
      <header className="flex flex-col gap-4 border-b border-border bg-surface p-6 lg:border-r lg:border-b-0 lg:p-10">
        <div className="flex items-center gap-2 text-section font-semibold">
          <img src="/mark.svg" alt="" width={24} height={24} />
          {about.name}
        </div>
        <p className="text-form text-ink-2">{about.claim}.</p>
        <ThroughLine />
      </header>
      <main className="flex justify-center px-6 py-8 lg:items-center lg:p-12">
        <div className={`w-full ${wide ? 'max-w-[880px]' : 'max-w-[400px]'}`}>
          <h1>{title}</h1>
          {note && <p className="mt-1 mb-6 text-form text-ink-2">{note}</p>}
          {!note && <div className="h-6" />}
          {children}
        </div>
      </main>
    </div>
  )
}

/** The rooms on one line, in the order in which a decision flows. */
const ThroughLine = () => (
  <ol className="mt-2 hidden flex-col text-body lg:flex" aria-label="From strategy to learning">
    {about.line.map((room, index) => (
      <li key={room} className="flex items-stretch gap-3">
        <span className="flex w-3 flex-col items-center" aria-hidden="true">
          <span className={`h-2 w-0.5 ${index === 0 ? 'bg-transparent' : 'bg-accent'}`} />
          <span className="size-2.5 flex-none rounded-full border-2 border-accent bg-surface" />
          <span className={`w-0.5 grow ${index === about.line.length - 1 ? 'bg-transparent' : 'bg-accent'}`} />
        </span>
        <span className="pb-4 text-ink-2">{room}</span>
      </li>
    ))}
  </ol>
)
