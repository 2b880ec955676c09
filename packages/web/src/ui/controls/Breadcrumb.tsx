import type { ReactNode } from 'react'

/** The way here from above. Pass links made by the router as `link`; the last crumb is the page itself and has none. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly { readonly label: string; readonly link?: ReactNode }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="breadcrumb">
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={index} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {crumb.link ?? crumb.label}
          </li>
        ))}
      </ol>
    </nav>
  )
}
