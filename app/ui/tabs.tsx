import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classes } from './classes'

export type Tab = { to: string; label: string; count?: ReactNode; end?: boolean }

/** Screens beside one another, as links: each has its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav data-chrome aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end ?? true}
              className={({ isActive }) =>
                classes(
                  'flex items-center gap-2 border-b-3 px-3 py-2 whitespace-nowrap coarse:min-h-[44px]',
                  isActive
                    ? 'border-accent font-semibold text-accent'
                    : 'border-transparent text-muted hover:text-text',
                )
              }
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-sunken px-2 text-sm text-text">{tab.count}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
