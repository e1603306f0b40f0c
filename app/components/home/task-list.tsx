import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Status, type StatusStep } from '~/components/ui/status.tsx'

export interface Task {
  key: string
  to: string
  text: ReactNode
  /** More about it, after the link. */
  note?: ReactNode
  /** A sign and words where it matters: late, under way. */
  status?: { step: StatusStep; text: ReactNode }
}

/** What there is to do, one line each: where it leads, and whether it is late. */
export function TaskList({ tasks, none }: { tasks: Task[]; none?: ReactNode }) {
  if (tasks.length === 0) return none ? <p className="soft">{none}</p> : null
  return (
    <ul className="tasks">
      {tasks.map(({ key, to, text, note, status }) => (
        <li key={key}>
          <span>
            <Link to={to}>{text}</Link>
            {note && <span className="meta"> {note}</span>}
          </span>
          {status && <Status step={status.step}>{status.text}</Status>}
        </li>
      ))}
    </ul>
  )
}
